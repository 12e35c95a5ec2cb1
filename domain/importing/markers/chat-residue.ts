import { type Marker, type MarkerFamily, matching } from "./marker";

/** What chat assistants leave behind where their screen had shown a source: it points at nothing outside of that chat. */
const citations: readonly RegExp[] = [
  /【[^【】\n]{0,300}†[^【】\n]{0,300}】|【\s*(?:turn\d{1,4}[a-z]+\d{1,4}[\s,;†]*){1,20}】|【\d{1,4}(?:[:,]\d{1,4})*】/gu,
  /\[\d{1,4}†[^[\]\n]{0,300}\]/gu,
  /:{1,2}contentReference\[[^[\]\n]{0,100}\](?:\{[^{}\n]{0,100}\})?/gu,
  /\[oaicite:\d{1,5}\](?:\{[^{}\n]{0,100}\})?/gu,
  /\[oai_citation:[^[\]\n]{0,300}\](?:\([^()\s]{0,2048}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?\))?/gu,
  /\uE200[^\uE200\uE201\n]{0,300}turn\d[^\uE200\uE201\n]{0,300}\uE201/gu,
  /[([]{0,2}(?:\b(?:file)?cite\s?)?[\uE202\s]{0,2}\bturn\d{1,4}(?:search|news|view|fetch|file|image|academia|reddit|product|business|calculator)\d{1,4}(?:[\s,;\uE202]{0,2}turn\d{1,4}[a-z]{1,12}\d{1,4}){0,20}[)\]\uE201]{0,2}/gu,
  /(?:\b(?:file)?cite)(?:turn\d{1,4}[a-z]{1,12}\d{1,4}){1,20}/gu,
  /\[cite:\s?[\d,\s]{1,100}\]/gu,
];

/** Marks of the same origin that never stood for a source. */
const litter: readonly RegExp[] = [/\[cite_start\]|\[cite_end\]/gu, /[\uE200-\uE206]{1,20}/gu];

/** Residue of chat assistants. */
export const chatResidue: MarkerFamily = (run) => {
  const found: Marker[] = citations.flatMap((expression) =>
    matching(run.text, expression, (match, from) => ({
      kind: "citation",
      from: from + leading(match[0]),
      to: from + match[0].length,
      items: [],
    })),
  );
  const left = litter.flatMap((expression) =>
    matching(run.text, expression, (match, from) => ({ kind: "litter", from, to: from + match[0].length })),
  );
  return [...found, ...left].toSorted((a, b) => a.from - b.from || b.to - a.to);
};

const leading = (matched: string): number => matched.length - matched.trimStart().length;
