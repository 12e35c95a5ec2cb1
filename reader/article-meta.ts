import { leadPicture, wholeName } from "@/domain/document/pictures";
import { absolute, articlePath, editionPath, mediaPath } from "@/domain/publishing/address";
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
  const image = imageFor(view, around);
  const article = newsArticle(view, {
    citations,
    words,
    language: script.lang,
    topics: around.topics,
    image: image && image.address,
  });
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
      ...(image ? imageOf(image) : []),
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

/** The image that stands for an edition elsewhere: its first picture that is no decoration, else the one with its title. */
function imageFor({ parts, site, title }: EditionView, { image }: Around): Image | null {
  const lead = leadPicture(parts);
  if (!lead)
    return image === null
      ? null
      : { address: absolute(site.baseUrl, image), type: "png", width: 1200, height: 630, alt: title };
  const { picture, alt } = lead;
  return { ...picture, address: absolute(site.baseUrl, mediaPath(wholeName(picture))), alt };
}

type Image = { address: string; type: "png" | "jpeg"; width: number; height: number; alt: string };

const imageOf = ({ address, type, width, height, alt }: Image) =>
  [
    ["og:image", address],
    ["og:image:type", `image/${type}`],
    ["og:image:width", String(width)],
    ["og:image:height", String(height)],
    ["og:image:alt", alt],
  ] as const;

/** Every language of the work names all of them, itself too, and the one for readers of none of them (hreflang). */
function languagesOf({ site, slug, title }: EditionView, { isOriginal, alternates }: Around, language: string) {
  return hreflangs([{ language, slug, title, isOriginal }, ...alternates]).map(({ hreflang, slug: at }) => ({
    rel: "alternate",
    hrefLang: hreflang,
    href: absolute(site.baseUrl, articlePath(at)),
  }));
}
