import { type Marker, type MarkerFamily, matching } from "./marker";

const bracketed =
  /\[{1,2}((?:INTERNAL|EXTERNAL|RELATED|AFFILIATE|INSERT|ADD|INLINE|CTA)[_ -]?(?:LINK|URL)S?|LINK|URL|HYPERLINK|(?:insert|add) (?:an? )?(?:internal |external )?(?:link|url)(?: here)?|link (?:needed|here|tk|to come|missing)|internal[_ -]link|TK link)\s*(?:[:=|]\s*([^[\]\n]{0,480}?)\s*)?\]{1,2}/gu;
const template =
  /\{\{\s*(?:internal[_ -]?|external[_ -]?)?(?:link|url|permalink|ref_url)\s*(?:[:=|]?\s*([^{}\n]{0,480}?))\s*\}\}/giu;

/** Links that a CMS or a writer promised: `[INTERNAL_LINK:slug]`, `[LINK]`, `{{link …}}`, and links to no address. */
export const placeholders: MarkerFamily = (run) => {
  const written = [bracketed, template].flatMap((expression) =>
    matching(run.text, expression, (match, from) => {
      const to = from + match[0].length;
      if (run.linked(from) || run.text.charAt(to) === "(") return null;
      const target = (expression === bracketed ? match[2] : match[1])?.trim() || match[0];
      return { kind: "link", from, to, target, text: "" };
    }),
  );
  const promised = run.inlines.flatMap(({ inline, from, to }): Marker[] =>
    inline.kind === "promise" ? [{ kind: "link", from, to, target: inline.target, text: inline.text }] : [],
  );
  return [...written, ...promised].toSorted((a, b) => a.from - b.from);
};
