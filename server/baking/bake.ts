import { articlePath, editionPath } from "@/domain/publishing/address";
import { type Around, nothingAround } from "@/domain/publishing/around";
import { type EditionView, latestEdition, type SiteView } from "@/domain/publishing/edition";
import { ArticlePage } from "@/reader/article-page";
import { mementoHeaders, originalHeaders } from "@/reader/memento";
import { NoticePage } from "@/reader/notice-page";
import { own } from "./draw-lists";
import { notesAsset } from "./house-assets";
import { markup } from "./markup";
import { type BakedPage, type DrawnPage, packAll } from "./pack";
import { stylesheet } from "./stylesheet";

const html = "text/html; charset=utf-8";

/** The pages of one edition, drawn: its permanent one and, while it is the latest, the article's own. */
export async function drawEditionPages(view: EditionView, around: Around = nothingAround): Promise<DrawnPage[]> {
  const text = await markup(ArticlePage({ view, around, style: await stylesheet(), notes: notesAsset().path }));
  const shown = { articleId: view.articleId, editionId: view.editionId, status: 200, contentType: html, text };
  const permanent: DrawnPage = {
    ...shown,
    path: editionPath(view.slug, view.number),
    kind: "edition",
    headers: mementoHeaders(view),
  };
  if (latestEdition(view).number !== view.number) return [permanent];
  return [{ ...shown, path: articlePath(view.slug), kind: "article", headers: originalHeaders(view) }, permanent];
}

/** The same, packed. */
export const bakeEditionPages = async (view: EditionView): Promise<BakedPage[]> =>
  packAll(await drawEditionPages(view));

/** What answers at the paths of an article that was withdrawn by law. */
export async function drawWithdrawn(site: SiteView, withdrawn: Withdrawn): Promise<DrawnPage[]> {
  const text = await markup(
    NoticePage({ site, about: "withdrawn", why: withdrawn.why, style: await stylesheet("lists") }),
  );
  return withdrawn.paths.map((path) => ({
    ...own(path, "notice", html, text),
    articleId: withdrawn.articleId,
    status: 410,
  }));
}

type Withdrawn = { articleId: string; paths: readonly string[]; why: string | null };
