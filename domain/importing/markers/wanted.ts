import { type Marker, type MarkerFamily, matching } from "./marker";

const noun = String.raw`(?:citations?|cites?|cit\.|sources?|sourcing|references?|refs?\.?|footnotes?|attribution|Quellen?|Beleg|Belege|Nachweis|Quellenangabe|sources?|réf(?:érence|érences|\.)?|cita|citas|fuente|fuentes|fonte|fonti|bron|bronnen|källa|kilde|źródło)`;
const lack = String.raw`(?:needed|required|missing|wanted|requested|pending|unclear|unknown|here|please|tk|tkk?|tbd|tbc|tba|todo|to come|to follow|nécessaires?|manquantes?|à ajouter|fehlt|fehlen|nötig|erforderlich|requerida|necesaria|falta|faltante|necessaria|mancante|nodig|ontbreekt|behövs|mangler|potrzebne)`;
const ask = String.raw`(?:please |pls )?(?:add|insert|need|needs|find|check|missing|todo|tbd|tk|no|give|provide|verify)[:,]? (?:an? |the |your |better |primary )?`;
const unsure = String.raw`[?]{1,3}`;
const said = String.raw`(?:${ask}${noun}(?: ${lack})?|(?:better |primary |reliable )?${noun}[:,]? ${lack}|${noun}\s?${unsure}|(?:verification|attribution) needed|failed verification|unsourced(?: claim)?|unreferenced|citation)`;

const bracketed = new RegExp(String.raw`\[{1,2}\s?(?:${said}|${noun}|${unsure})[.!:]?\s?\]{1,2}`, "giu");
const inParentheses = new RegExp(String.raw`\(\s?${said}[.!]?\s?\)`, "giu");
const toCome =
  /\[\s?(?:TK|TKTK|TKK|TODO|TBD|TBC|XXX|FIXME)\b(?![^[\]\n]*@)[^[\]\n]{0,200}\]|\((?:TK|TKTK|TKK)\b[^()\n]{0,200}\)/gu;
const bare =
  /(?<![\p{L}\p{N}_.@#/[(&-])(?:TK){1,3}(?![\p{L}\p{N}_@/&-])(?!\.\p{L})(?! \p{Lu}\p{Ll})|\b(?:CITATION|SOURCE|REFERENCE) (?:NEEDED|MISSING|TK)\b/gu;

/**
 * Places where somebody wrote that a source is wanted: "[citation needed]", "(source?)", "[TK]", a bare TK. Only in
 * brackets, in capitals or as TK; "what is the source?" is a sentence, and TK Maxx is a shop.
 */
export const wanted: MarkerFamily = (run) => {
  const found = [bracketed, inParentheses, toCome, bare].flatMap((expression) =>
    matching(run.text, expression, (match, from): Marker | null => {
      const to = from + match[0].length;
      if (run.linked(from) || run.text.charAt(to) === "(" || (expression === bracketed && isLinkText(run.text, from)))
        return null;
      return { kind: "citation", from, to, items: [] };
    }),
  );
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to);
};

/** "[words][source]" is a link by reference. */
const isLinkText = (text: string, from: number): boolean => text.charAt(from - 1) === "]";
