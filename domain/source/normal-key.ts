import { arxivIdOf } from "./arxiv";
import { doiOf } from "./doi";
import { identityKeys, type IdentityKey } from "./identity";
import { isbnOf } from "./isbn";
import { pmcidOf, pmidOf } from "./pubmed";

/**
 * A key that was made by older rules as today's rules have it: none where it identifies nothing any more, perhaps one of
 * another scheme (a page of PubMed Central was an address once). What is normal already stays as it is.
 */
export function normalKeys({ scheme, value }: IdentityKey): IdentityKey[] {
  if (scheme === "url") return identityKeys({ type: "webpage", title: "A page", URL: value });
  const normal = normalOf[scheme](value);
  return normal === null ? [] : [{ scheme, value: normal }];
}

const normalOf: Readonly<Record<Exclude<IdentityKey["scheme"], "url">, (value: string) => string | null>> = {
  doi: doiOf,
  isbn: isbnOf,
  pmid: pmidOf,
  pmcid: pmcidOf,
  arxiv: arxivIdOf,
};
