import type { Looks } from "@/domain/looks/looks";
import { ArticleId } from "@/domain/ids";
import { sampleEdition } from "@/reader/sample-edition";
import type { Tx } from "@/server/db";
import { drawEditionPages } from "./bake";
import { siteView, viewsOfArticle } from "./edition-views";
import { looksView } from "./house-assets";

export type Shown = { looks: Looks; name: string; tagline: string; paper: "light" | "dark" };

/**
 * The page of the article that was published last as it would be with other looks, on light or on dark paper; a made-up one while
 * nothing is published. The logo stands in the page itself, for nothing of a preview is served to readers.
 */
export async function drawPreview(tx: Tx, { looks, name, tagline, paper }: Shown): Promise<string> {
  const latest = await tx.edition.findFirst({
    where: { kind: { not: "retraction" } },
    orderBy: { publishedAt: "desc" },
    select: { articleId: true },
  });
  const view = latest && (await viewsOfArticle(tx, ArticleId.parse(latest.articleId))).at(-1);
  const site = { ...(await siteView(tx)), name: name.trim() || "Name of the site", tagline: tagline.trim() };
  const [page] = await drawEditionPages({
    ...(view ?? sampleEdition()),
    site: {
      ...site,
      looks: { ...looksView(looks), logo: looks.logo && { ...looks.logo, src: addressOf(looks.logo) } },
    },
  });
  if (!page) throw new Error("an edition without a page");
  return page.text
    .replace(/<script src=[^>]*><\/script>/, "")
    .replace("<style>", `<style>:root{color-scheme:only ${paper} !important}`)
    .replace("font-display:optional", "font-display:swap");
}

const addressOf = ({ kind, data }: NonNullable<Looks["logo"]>): string =>
  kind === "svg" ? `data:image/svg+xml,${encodeURIComponent(data)}` : `data:image/png;base64,${data}`;
