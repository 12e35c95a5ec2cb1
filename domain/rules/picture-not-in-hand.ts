import { picturedIn } from "@/domain/document/pictures";
import type { Rule } from "./rule";

/** An import keeps the place and the caption of a picture; the picture itself has to be brought. */
export const pictureNotInHand: Rule = {
  id: "picture/not-in-hand",
  severity: "warning",
  version: 1,
  summary: "Every figure has its picture.",
  fix: "Bring the picture, or take the figure out: readers would get its words alone.",
  waivable: true,
  check: (_, { figures }) =>
    figures.flatMap(({ node, section, at, caption }) => {
      if (picturedIn(node)) return [];
      const address = String(node.attrs["address"] ?? "");
      return [
        {
          place: { kind: "picture", section, at },
          excerpt: caption || address,
          message: address ? `The picture “${address}” is not in hand.` : "The picture of a figure is not in hand.",
        },
      ];
    }),
};
