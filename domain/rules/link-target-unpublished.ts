import type { Rule } from "./rule";

/** A link to an article of ours must lead a reader to a page that is there. */
export const linkTargetUnpublished: Rule = {
  id: "link/target-unpublished",
  severity: "blocker",
  version: 1,
  summary: "A link to an article of ours leads to a published one.",
  fix: "Publish the other article first, link another one, or take the link off the words.",
  waivable: false,
  check: ({ links }, { articleLinks }) =>
    articleLinks.flatMap(({ article, text, section, at }) => {
      const target = links.get(article);
      if (target?.published) return [];
      const message = target
        ? `The link “${text.trim()}” leads to “${target.title}”, which is not published.`
        : `The link “${text.trim()}” leads to an article that does not exist.`;
      return [{ place: { kind: "text", section, at }, excerpt: text.trim(), message }];
    }),
};
