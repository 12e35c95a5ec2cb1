import type { ArticleId } from "@/domain/ids";
import type { LinkedArticle } from "@/domain/publishing/edition";
import type { Citations } from "./places";

/** What the pieces of a text need to know of the page around them. */
export type Setting = {
  citations: Citations;
  anchors: ReadonlyMap<object, string>;
  links: ReadonlyMap<ArticleId, LinkedArticle>;
};
