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
};

/** A locator in words: "p. 12", "pp. 12–14", "ch. 3", "at 14:20"; empty when the item points at the whole source. */
export function locatorOf({ locator, label }: Pick<CitationItem, "locator" | "label">): string {
  if (!locator) return "";
  const many = /[-–—,&]|\band\b/u.test(locator);
  return `${short[label ?? "page"][many ? 1 : 0]} ${locator.replace(/(?<=\w)\s*-{1,2}\s*(?=\w)/gu, "–")}`;
}
