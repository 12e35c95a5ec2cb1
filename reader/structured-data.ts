import { absolute, articlePath, editionPath } from "@/domain/publishing/address";
import { type EditionView, correctionsOf, latestEdition } from "@/domain/publishing/edition";
import type { SourceRecord } from "@/domain/source/record";
import type { Citations } from "./places";

/** The page as a schema.org NewsArticle (JSON-LD 1.1) with what it cites and how it was corrected. */
export function newsArticle(view: EditionView, { entries }: Citations, words: number): object {
  const { site } = view;
  const latest = latestEdition(view);
  const corrections = correctionsOf(view).map(({ note, publishedAt }) => ({
    "@type": "CorrectionComment",
    text: note,
    datePublished: publishedAt,
  }));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: view.title,
    ...(view.standfirst && { description: view.standfirst }),
    url: absolute(site.baseUrl, articlePath(latest.slug)),
    identifier: `urn:uuid:${view.articleId}`,
    version: view.number,
    datePublished: view.editions[0]?.publishedAt ?? view.publishedAt,
    dateModified: view.publishedAt,
    wordCount: words,
    ...(view.byline && { author: { "@type": "Person", name: view.byline.replace(/^by\s+/iu, "") } }),
    publisher: { "@type": "Organization", name: site.name },
    ...(corrections.length > 0 && { correction: corrections }),
    ...(view.number > 1 && { sameAs: absolute(site.baseUrl, editionPath(view.slug, view.number)) }),
    citation: entries.map(({ reference }) => work(reference.record)),
  };
}

function work(record: SourceRecord): object {
  const url = record.DOI ? `https://doi.org/${record.DOI}` : record.URL;
  return { "@type": "CreativeWork", name: record.title, ...(url && { url }) };
}
