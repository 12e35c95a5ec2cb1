import { z } from "zod";
import { arxivIdOf } from "./arxiv";
import { doiOf } from "./doi";
import { isbnsOf } from "./isbn";
import { originalAddress } from "./original-address";
import { pmcidAt, pmcidOf, pmidAt, pmidOf } from "./pubmed";
import type { SourceRecord } from "./record";
import { isHomePage, webAddressOf } from "./web-address";

/** The kinds of identity that a work has: identifiers, and the address of a page. */
export const IdentityScheme = z.enum(["doi", "isbn", "pmid", "pmcid", "arxiv", "url"]);

/** What identifies a work across articles and spellings: two records that share a key are the same source. */
export type IdentityKey = { scheme: z.infer<typeof IdentityScheme>; value: string };

/**
 * The identity keys of a record, normalised, each once. Identifiers that don't verify give none; an ISBN identifies no
 * part of its book; a site's front page and the address of a resolver (doi.org, arxiv.org, PubMed) are no `url` keys; an
 * archive's snapshot has those of the page that it is of.
 */
export function identityKeys(record: SourceRecord): IdentityKey[] {
  const keys: IdentityKey[] = [];
  const add = (scheme: IdentityKey["scheme"], value: string | null) => {
    if (value !== null && !keys.some((key) => key.scheme === scheme && key.value === value))
      keys.push({ scheme, value });
  };
  const address = record.URL ? originalAddress(record.URL) : undefined;
  const doi = record.DOI ? doiOf(record.DOI) : null;
  const atResolver = address ? doiOf(address) : null;
  add("doi", doi);
  add("doi", atResolver);
  if (!isPart(record)) for (const isbn of isbnsOf(record.ISBN ?? "")) add("isbn", isbn);
  add("pmid", pmidOf(record.PMID ?? ""));
  const pubmed = pmidAt(address ?? "");
  add("pmid", pubmed);
  const arxiv = [doi, atResolver, address, record.number, archived(record)].map((text) => arxivIdOf(text ?? ""));
  for (const id of arxiv) add("arxiv", id);
  add("pmcid", pmcidOf(record.PMCID ?? ""));
  const central = pmcidAt(address ?? "");
  add("pmcid", central);
  if (address && !atResolver && !pubmed && !central && !arxivIdOf(address)) add("url", pageOf(address));
  return keys;
}

/** A key as one string, for sets and maps: "doi:10.1000/182". */
export const keyText = ({ scheme, value }: IdentityKey): string => `${scheme}:${value}`;

/** Types that are a part of something else, so that the ISBN in their record is that of the whole. */
const parts: ReadonlySet<SourceRecord["type"]> = new Set([
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "chapter",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "figure",
  "graphic",
  "interview",
  "paper-conference",
  "review",
  "review-book",
  "song",
  "speech",
]);
const isPart = ({ type }: SourceRecord): boolean => parts.has(type);

function archived({ archive, archive_location }: SourceRecord): string | undefined {
  return archive && /^\s*arxiv\s*$/iu.test(archive) ? archive_location : undefined;
}

function pageOf(address: string): string | null {
  const normal = webAddressOf(address);
  return normal && !isHomePage(normal) ? normal : null;
}
