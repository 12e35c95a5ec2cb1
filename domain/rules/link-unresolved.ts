import { excerptOf } from "./part-text";
import type { Rule } from "./rule";

/** A placeholder link was promised to the reader and points nowhere. */
export const linkUnresolved: Rule = {
  id: "link/unresolved",
  severity: "blocker",
  version: 1,
  summary: "Every link points somewhere.",
  fix: "Choose the article or the address that was meant, or turn the placeholder into plain words.",
  waivable: false,
  check: (_, { placeholders }) =>
    placeholders.map(({ id, target, section, ...place }) => ({
      place: { kind: "placeholder", placeholder: id, section },
      excerpt: excerptOf(place),
      message: target ? `The link “${target}” is a placeholder and points nowhere.` : "A link here points nowhere.",
    })),
};
