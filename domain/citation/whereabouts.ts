import { Href } from "@/domain/document/attributes";
import type { SourceRecord } from "@/domain/source/record";
import type { Run } from "./formatter";

/**
 * Where a source can be found: its DOI, else its address, else its PubMed, arXiv or book number; empty if nowhere.
 * An address is a link only when it is a web address; anything else stays text.
 */
export function whereaboutsOf(record: SourceRecord): Run[] {
  const doi = bareDoi(record.DOI ?? "");
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return [link(`doi.org/${doi}`, `https://doi.org/${encoded(doi)}`)];
  if (record.URL) return [link(record.URL.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, ""), record.URL)];
  const pmid = record.PMID?.replace(/^pmid:\s*/i, "");
  if (pmid && /^\d{1,9}$/.test(pmid)) return [link(`PubMed ${pmid}`, `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`)];
  const arxiv = record.archive?.toLowerCase() === "arxiv" ? record.archive_location?.replace(/^arxiv:\s*/i, "") : null;
  if (arxiv && /^[\w.\-/]+$/.test(arxiv)) return [link(`arXiv:${arxiv}`, `https://arxiv.org/abs/${arxiv}`)];
  if (record.ISBN) return [{ text: `ISBN ${record.ISBN}` }];
  const shelf = [record.archive, record.archive_location].filter(Boolean).join(", ");
  return shelf ? [{ text: shelf }] : [];
}

/** A DOI without the address or the label that it was written with. */
export const bareDoi = (doi: string): string => doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");

const link = (text: string, href: string): Run => (Href.safeParse(href).success ? { text, href } : { text });

/** A DOI may hold any character; those that would end or split an address are encoded (DOI Handbook, 2.5.2.4). */
const encoded = (doi: string): string => doi.split("/").map(encodeURIComponent).join("/");
