import type { CitationItem } from "./item";

const short: Record<NonNullable<CitationItem["label"]>, [one: string, many: string]> = {
  page: ["p.", "pp."],
  chapter: ["ch.", "chs"],
  section: ["sec.", "secs"],
  paragraph: ["para.", "paras"],
  line: ["line", "lines"],
  verse: ["v.", "vv."],
  volume: ["vol.", "vols"],
  issue: ["no.", "nos"],
  figure: ["fig.", "figs"],
  table: ["table", "tables"],
  note: ["note", "notes"],
  timestamp: ["at", "at"],
  act: ["act", "acts"],
  appendix: ["app.", "apps"],
  "article-locator": ["art.", "arts"],
  book: ["bk", "bks"],
  canon: ["can.", "cans"],
  column: ["col.", "cols"],
  elocation: ["loc.", "locs"],
  equation: ["eq.", "eqs"],
  folio: ["fol.", "fols"],
  opus: ["op.", "opp."],
  part: ["pt.", "pts"],
  rule: ["r.", "rr."],
  scene: ["sc.", "scs"],
  "sub-verbo": ["s.v.", "s.vv."],
  supplement: ["supp.", "supps"],
  "title-locator": ["tit.", "titles"],
};

/** A locator in words: "p. 12", "pp. 12–14", "ch. 3", "at 14:20"; empty when the item points at the whole source. */
export function locatorOf({ locator, label }: Pick<CitationItem, "locator" | "label">): string {
  if (!locator) return "";
  const many = /[-–—,&]|\band\b/u.test(locator);
  return `${short[label ?? "page"][many ? 1 : 0]} ${locator.replace(/(?<=\w)\s*-{1,2}\s*(?=\w)/gu, "–")}`;
}
