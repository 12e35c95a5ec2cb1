import { picturedIn } from "@/domain/document/pictures";
import type { Rule } from "./rule";

/** Who does not see a picture reads or hears its words in its place (WCAG 2.2, 1.1.1); that it has none has to be said. */
export const pictureUndescribed: Rule = {
  id: "picture/undescribed",
  severity: "blocker",
  version: 1,
  summary: "Every picture is described in words for those who do not see it, or said to be decoration.",
  fix: "Say what the picture shows, as you would on the telephone. If it only decorates the page, say that.",
  waivable: true,
  check: (_, { figures }) =>
    figures.flatMap(({ node, section, at, caption }) => {
      const shown = picturedIn(node);
      if (!shown || shown.decorative || /[\p{L}\p{N}]/u.test(shown.alt)) return [];
      return [
        {
          place: { kind: "picture", section, at },
          excerpt: caption,
          message: "A picture is not described for those who do not see it.",
        },
      ];
    }),
};
