import type { MarkSpec } from "prosemirror-model";
import { ArticleLink, checkedBy, Href } from "./attributes";

/** The marks of the one schema. A link goes out (`link`) or to an article of ours (`articleLink`), never both. */
export const marks = {
  link: {
    attrs: { href: { validate: checkedBy(Href) } },
    inclusive: false,
    excludes: "link articleLink",
  },
  articleLink: {
    attrs: { article: { validate: checkedBy(ArticleLink) } },
    inclusive: false,
    excludes: "link articleLink",
  },
  em: {},
  strong: {},
  strike: {},
  sub: { excludes: "sub sup" },
  sup: { excludes: "sub sup" },
  code: { code: true },
} as const satisfies Record<string, MarkSpec>;
