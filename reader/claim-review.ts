import { absolute, articlePath } from "@/domain/publishing/address";
import { best, claimOf, verdictOf, worst } from "@/domain/publishing/claim";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import { work } from "./structured-data";

/**
 * The review of a claim as a schema.org ClaimReview (JSON-LD 1.1): what was claimed, by whom and where, and the verdict from 1
 * to 5. All of it is seen on the page (reader/claim-box). Null where the article reviews no claim.
 */
export function claimReview(view: EditionView, language: string): object | null {
  const claim = claimOf(view.parts[0]);
  if (!claim || claim.rating === null) return null;
  const { site } = view;
  const known = new Map(view.references.map(({ id, record }) => [id, record]));
  const appeared = claim.sources.flatMap((id) => known.get(id) ?? []).map(work);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: absolute(site.baseUrl, articlePath(latestEdition(view).slug)),
    inLanguage: language,
    datePublished: view.editions[0]?.publishedAt ?? view.publishedAt,
    dateModified: view.publishedAt,
    author: { "@type": "Organization", name: site.name, ...(site.baseUrl && { url: `${site.baseUrl}/` }) },
    claimReviewed: claim.words,
    itemReviewed: {
      "@type": "Claim",
      author: {
        "@type": claim.kind === "organization" ? "Organization" : "Person",
        name: claim.claimant,
        ...(claim.address && { sameAs: claim.address }),
      },
      ...(claim.day && { datePublished: claim.day }),
      appearance: appeared,
    },
    reviewRating: {
      "@type": "Rating",
      ratingValue: claim.rating,
      bestRating: best,
      worstRating: worst,
      alternateName: verdictOf(claim),
    },
  };
}
