import { picturedIn } from "@/domain/document/pictures";
import type { Rule } from "./rule";

/** Somebody made every picture, and readers want to know who. */
export const pictureUncredited: Rule = {
  id: "picture/uncredited",
  severity: "warning",
  version: 1,
  summary: "Every picture says whose it is.",
  fix: "Write who made the picture, or whose it is, into its credit.",
  waivable: true,
  check: (_, { figures }) =>
    figures.flatMap(({ node, section, at, caption }) => {
      const shown = picturedIn(node);
      if (!shown || shown.credit) return [];
      return [
        {
          place: { kind: "picture", section, at },
          excerpt: caption || shown.alt,
          message: "A picture does not say whose it is.",
        },
      ];
    }),
};
