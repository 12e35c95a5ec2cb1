import type { MarkerFamily } from "./marker";

/** Sources that were written into the sentence itself ("^[Smith, 2019]"): the citation rests on that very text. */
export const inlineNotes: MarkerFamily = (run) =>
  run.inlines.flatMap(({ inline, from, to }) =>
    inline.kind === "note" ? [{ kind: "citation", from, to, items: [], source: inline.text }] : [],
  );
