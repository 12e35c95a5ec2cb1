import { itemOf } from "@/domain/citation/item";
import { matching, type MarkerFamily } from "./marker";

/** Footnote references, `[^3]` or `[^smith]`, whether or not the note is there, and the `[^3^]` that some chats write. */
export const footnotes: MarkerFamily = (run) =>
  matching(run.text, /\[\^([^\][\s^]{1,100})\^?\]/gu, (match, from) => {
    const to = from + match[0].length;
    if (run.linked(from) || run.text.charAt(to) === "(") return null;
    return { kind: "citation", from, to, items: [itemOf(null, match[1] ?? null)], footnote: true };
  });
