import { type MarkerFamily, matching } from "./marker";

const names =
  /^(?:cit(?:e|ation|ations|ed)?(?:[\s_:-]?\w*)|cn|fact|sfnp?|harvnb|harv|refn?|r|footnote|source|sources|quelle|beleg|belege fehlen|référence nécessaire|refnec)$/iu;

/** Citations as templates of a CMS or a wiki: `{{cite web|…}}`, `{{citation needed}}`, `{{ref:3}}`. */
export const templates: MarkerFamily = (run) =>
  matching(run.text, /\{\{([^{}]{1,2000})\}\}/gu, (match, from) => {
    const inside = (match[1] ?? "").trim();
    const name = inside.split(/[|:=]/u, 1)[0]?.trim() ?? "";
    const first = name.split(/\s/u, 1)[0] ?? "";
    if (run.linked(from) || (!names.test(name) && !/^(?:cite|citation|ref)$/iu.test(first))) return null;
    return { kind: "citation", from, to: from + match[0].length, items: [] };
  });
