/** The figures that say where in a periodical or a book a work stands, and the text without them. */
export type Numbers = { volume: string | null; issue: string | null; pages: string | null; rest: string };

/** Takes volume, issue and pages out of what follows a title, in the forms of all common styles. */
export function takeNumbers(text: string): Numbers {
  const found: Numbers = { volume: null, issue: null, pages: null, rest: text };
  for (const { pattern, fields } of forms) {
    const match = pattern.exec(found.rest);
    if (!match || fields.every((field) => found[field] !== null)) continue;
    fields.forEach((field, at) => {
      found[field] ??= tidy(match[at + 1]);
    });
    found.rest = `${found.rest.slice(0, match.index)} ‖ ${found.rest.slice(match.index + match[0].length)}`;
  }
  return found;
}

const page = "(?:[A-Za-z]{0,2}\\d+(?:[-–][A-Za-z]?\\d+)?)";
type Field = "volume" | "issue" | "pages";

const forms: readonly { pattern: RegExp; fields: Field[] }[] = [
  {
    pattern: new RegExp(`[;,] ?(\\d{1,4})\\(([^)]{1,12})\\) ?[:,] ?(?:pp?\\.? ?)?(${page})`, "u"),
    fields: ["volume", "issue", "pages"],
  },
  {
    pattern: new RegExp(
      `(?<=\\p{L}\\.? )(\\d{1,4})\\(([^)\\p{L}]{1,8})\\)(?: ?[:,] ?| )(?:pp?\\.? ?|S\\. ?)?(${page})`,
      "u",
    ),
    fields: ["volume", "issue", "pages"],
  },
  {
    pattern: new RegExp(`(?<=\\p{L}\\.?,? )(\\d{1,4}), no\\. ?(\\d+[-/\\d]*) ?\\([^)]{4,20}\\): ?(${page})`, "u"),
    fields: ["volume", "issue", "pages"],
  },
  {
    pattern: new RegExp(`; ?(\\d{1,4})(?:\\(([^)]{1,12})\\))?: ?(${page})`, "u"),
    fields: ["volume", "issue", "pages"],
  },
  {
    pattern: new RegExp(`(?<=\\p{L}\\.?,? )(\\d{1,4}) \\((?:[^)]{0,12})(?:1[5-9]|20)\\d\\d\\): ?(${page})`, "u"),
    fields: ["volume", "pages"],
  },
  { pattern: new RegExp(`(?<=\\p{L}\\.?,? )(\\d{1,3}): ?(${page})`, "u"), fields: ["volume", "pages"] },
  {
    pattern:
      /\b(?:vol\.?|volume|band|bd\.|t\.) ?(\d{1,4})(?:, ?| ?)(?:(?:no\.?|nr\.?|n[°º]|núm\.|issue|heft) ?(\d{1,4}(?:[-/]\d+)?))?/iu,
    fields: ["volume", "issue"],
  },
  { pattern: /\b(?:no\.|nr\.|n[°º]|núm\.|heft) ?(\d{1,4})/iu, fields: ["issue"] },
  {
    pattern: new RegExp(`\\(?(?<![\\p{L}])(?:pp?\\.|S\\.|pags?\\.|blz\\.|Sect\\.) ?(${page})\\)?`, "u"),
    fields: ["pages"],
  },
  {
    pattern: new RegExp(`, (\\d{1,4})(?:\\(([^)]{1,8})\\))?, (?:(?:pp?\\.? ?)?(${page})|e\\d+)(?=[.\\s]|$)`, "u"),
    fields: ["volume", "issue", "pages"],
  },
  { pattern: /[, ](\d{1,4})\(([^)]{1,8})\)/u, fields: ["volume", "issue"] },
  { pattern: new RegExp(`[,:] ?((?:[A-Za-z]?\\d+[-–][A-Za-z]?\\d+))(?=[.,\\s]|$)`, "u"), fields: ["pages"] },
];

const tidy = (text: string | undefined): string | null => text?.replace(/–/gu, "-").trim() ?? null;
