import type { EditionView } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";
import { cardPath, drawCard } from "./card";
import { own } from "./draw-lists";
import type { DrawnPage } from "./pack";

/** The image of an article's latest edition: its path, null where none can be drawn, and the page where it is a new one. */
export async function cardOf(tx: Tx, view: EditionView | null): Promise<{ image: string | null; card: DrawnPage[] }> {
  if (!view) return { image: null, card: [] };
  const { site, title, byline, references, articleId } = view;
  const said = { site: site.name, title, byline, sources: references.length };
  const path = cardPath(articleId, said);
  const kept = await tx.page.findUnique({ where: { path }, select: { status: true } });
  if (kept?.status === 200) return { image: path, card: [] };
  const bytes = await drawCard(said);
  if (!bytes) return { image: null, card: [] };
  return { image: path, card: [{ ...own(path, "asset", "image/png", ""), bytes, articleId }] };
}
