import type { Node } from "prosemirror-model";
import type { ArticleId } from "@/domain/ids";
import type { LinkedArticle } from "@/domain/publishing/edition";
import type { Citations } from "./places";

/** What the pieces of a text need to know of the page around them. */
export type Setting = {
  citations: Citations;
  anchors: ReadonlyMap<object, string>;
  /** The first figure that shows a picture. */
  firstPicture: Node | null;
  links: ReadonlyMap<ArticleId, LinkedArticle>;
};
