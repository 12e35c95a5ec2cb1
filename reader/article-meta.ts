import { absolute, articlePath, editionPath } from "@/domain/publishing/address";
import { type Around, hreflangs } from "@/domain/publishing/around";
import { type EditionView, latestEdition, retractionOf } from "@/domain/publishing/edition";
import type { Script } from "@/domain/publishing/script";
import { claimReview } from "./claim-review";
import type { Head } from "./document";
import { feedLinks } from "./feed-links";
import { highwire } from "./highwire";
import type { Citations } from "./places";
import { pageForms } from "./record/machine-links";
import { newsArticle } from "./structured-data";

type Props = { view: EditionView; around: Around; script: Script; citations: Citations; words: number };

/** All that the head of an edition's page says to machines: canonical address, OpenGraph, Highwire, JSON-LD, languages. */
export function articleMeta({ view, around, script, citations, words }: Props): Head {
  const { site } = view;
  const latest = latestEdition(view);
  const retracted = retractionOf(view) !== null;
  const canonical = absolute(site.baseUrl, articlePath(latest.slug));
  const before = view.editions.find(({ number }) => number === view.number - 1);
  const image = around.image && absolute(site.baseUrl, around.image);
  const article = newsArticle(view, { citations, words, language: script.lang, topics: around.topics, image });
  const review = claimReview(view, script.lang);
  const unlisted = retracted || view.number < latest.number;
  return {
    title: `${retracted ? "Retracted: " : ""}${view.title} · ${site.name}`,
    description: view.standfirst,
    running: { title: view.title, address: absolute(site.baseUrl, editionPath(view.slug, view.number)) },
    canonical,
    unlisted,
    names: [...highwire(view, script.lang), ...(image ? [["twitter:card", "summary_large_image"] as const] : [])],
    graph: [
      ["og:type", "article"],
      ["og:title", view.title],
      ...(view.standfirst ? [["og:description", view.standfirst] as const] : []),
      ["og:site_name", site.name],
      ["og:url", canonical],
      ...(image ? imageOf(image, view.title) : []),
      ["article:published_time", view.editions[0]?.publishedAt ?? view.publishedAt],
      ["article:modified_time", view.publishedAt],
      ...around.topics.map(({ name }) => ["article:tag", name] as const),
    ],
    links: [
      ...(view.number < latest.number ? [{ rel: "latest-version", href: articlePath(latest.slug) }] : []),
      ...(before ? [{ rel: "predecessor-version", href: editionPath(before.slug, before.number) }] : []),
      ...(unlisted ? [] : languagesOf(view, around, script.lang)),
      ...pageForms(view).map(({ rel, type, href, title }) => ({ rel, type, href, title })),
      ...feedLinks(site.name),
    ],
    data: review && !unlisted ? [article, review] : article,
  };
}

const imageOf = (image: string, title: string) =>
  [
    ["og:image", image],
    ["og:image:type", "image/png"],
    ["og:image:width", "1200"],
    ["og:image:height", "630"],
    ["og:image:alt", title],
  ] as const;

/** Every language of the work names all of them, itself too, and the one for readers of none of them (hreflang). */
function languagesOf({ site, slug, title }: EditionView, { isOriginal, alternates }: Around, language: string) {
  return hreflangs([{ language, slug, title, isOriginal }, ...alternates]).map(({ hreflang, slug: at }) => ({
    rel: "alternate",
    hrefLang: hreflang,
    href: absolute(site.baseUrl, articlePath(at)),
  }));
}
