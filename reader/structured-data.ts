import { absolute, articlePath, editionPath, inAscii, listPath } from "@/domain/publishing/address";
import { authorsOf } from "@/domain/publishing/authors";
import { type EditionView, correctionsOf, latestEdition } from "@/domain/publishing/edition";
import type { SourceName, SourceRecord } from "@/domain/source/record";
import type { Citations } from "./places";

type Told = {
  citations: Citations;
  words: number;
  language: string;
  topics: readonly { name: string }[];
  image: string | null;
};

/**
 * The page as a schema.org NewsArticle (JSON-LD 1.1) with what it cites and how it was corrected. `isBasedOn` are the
 * sources that the text quotes word for word; the edition before is what an update or correction was made from, and stands there too.
 * Where the article reviews a claim, that is told beside it (reader/claim-review).
 */
export function newsArticle(view: EditionView, { citations, words, language, topics, image }: Told): object {
  const { site } = view;
  const latest = latestEdition(view);
  const url = absolute(site.baseUrl, articlePath(latest.slug));
  const before = view.editions.find(({ number }) => number === view.number - 1);
  const corrections = correctionsOf(view).map(({ note, publishedAt }) => ({
    "@type": "CorrectionComment",
    text: note,
    datePublished: publishedAt,
  }));
  const quoted = citations.entries.filter(({ places }) => places.some(({ quote }) => quote));
  const basis = [
    ...(before
      ? [{ "@type": "NewsArticle", url: absolute(site.baseUrl, editionPath(before.slug, before.number)) }]
      : []),
    ...quoted.map(({ reference }) => work(reference.record)),
  ];
  const authors = authorsOf(view.byline).map(({ name, slug }) => ({
    "@type": "Person",
    name,
    url: absolute(site.baseUrl, inAscii(listPath("author", slug))),
  }));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: view.title,
    ...(view.standfirst && { description: view.standfirst }),
    url,
    mainEntityOfPage: url,
    identifier: `urn:uuid:${view.articleId}`,
    inLanguage: language,
    version: view.number,
    datePublished: view.editions[0]?.publishedAt ?? view.publishedAt,
    dateModified: view.publishedAt,
    wordCount: words,
    isAccessibleForFree: true,
    ...(image && { image: [image] }),
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    ...(authors.length > 0 && { author: authors }),
    publisher: { "@type": "Organization", name: site.name, ...(site.baseUrl && { url: `${site.baseUrl}/` }) },
    ...(corrections.length > 0 && { correction: corrections }),
    ...(view.number > 1 && { sameAs: absolute(site.baseUrl, editionPath(view.slug, view.number)) }),
    ...(basis.length > 0 && { isBasedOn: basis }),
    citation: citations.entries.map(({ reference }) => work(reference.record)),
  };
}

/** A source as the creative work that schema.org knows it by. */
export function work(record: SourceRecord): object {
  const url = record.DOI ? `https://doi.org/${record.DOI}` : record.URL;
  const authors = (record.author ?? []).map(nameOf).filter(Boolean);
  const year = record.issued && "date-parts" in record.issued ? record.issued["date-parts"]?.[0]?.[0] : undefined;
  return {
    "@type": kinds[record.type] ?? "CreativeWork",
    name: record.title,
    ...(authors.length > 0 && { author: authors.map((name) => ({ "@type": "Person", name })) }),
    ...(year !== undefined && { datePublished: String(year) }),
    ...(url && { url }),
  };
}

const nameOf = (name: SourceName): string =>
  "literal" in name ? name.literal : [name.given, name.family].filter(Boolean).join(" ");

/** The types of schema.org for the commonest of CSL; all others are creative works. */
const kinds: Readonly<Record<string, string>> = {
  book: "Book",
  chapter: "Chapter",
  "article-journal": "ScholarlyArticle",
  "article-newspaper": "NewsArticle",
  "article-magazine": "Article",
  webpage: "WebPage",
  report: "Report",
  thesis: "Thesis",
  dataset: "Dataset",
};
