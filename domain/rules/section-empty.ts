import { picturesIn } from "@/domain/document/pictures";
import type { Part } from "@/domain/document/parts";
import type { Rule } from "./rule";

/** A section without a visible word or picture below its heading is unfinished, and so is an article without any section. */
export const sectionEmpty: Rule = {
  id: "section/empty",
  severity: "blocker",
  version: 2,
  summary: "Every section has text, and the article has a section.",
  fix: "Write the section or delete it.",
  waivable: false,
  check: (_, { parts }) => {
    const [front, ...sections] = parts;
    if (front && sections.length === 0)
      return [
        {
          place: { kind: "front", section: front.id, at: 1 },
          excerpt: "",
          message: "The article has no text below its title.",
        },
      ];
    return sections.filter(isEmpty).map(({ id, heading }) => ({
      place: { kind: "section", section: id },
      excerpt: heading ?? "",
      message: heading ? `The section “${heading}” has no text.` : "A section has neither heading nor text.",
    }));
  },
};

/** A picture is something to see, whatever is written under it. */
function isEmpty({ node }: Part): boolean {
  if (picturesIn([node]).length > 0) return false;
  const below = node.textBetween(node.firstChild?.nodeSize ?? 0, node.content.size, " ", (leaf) =>
    leaf.type.name === "placeholderLink" ? "link" : " ",
  );
  return !/[\p{L}\p{N}\p{S}]/u.test(below);
}
