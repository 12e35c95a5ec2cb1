import { z } from "zod";
import type { PastedKind } from "./pasted";

/** The services that are asked for metadata, by id. */
export const serviceIds = [
  "crossref",
  "datacite",
  "doi",
  "pubmed",
  "arxiv",
  "open-library",
  "page",
  "translation-server",
] as const;
export const ServiceId = z.enum(serviceIds);
export type ServiceId = z.infer<typeof ServiceId>;

/** What people call each service. */
export const serviceNames: Readonly<Record<ServiceId, string>> = {
  crossref: "Crossref",
  datacite: "DataCite",
  doi: "doi.org",
  pubmed: "PubMed",
  arxiv: "arXiv",
  "open-library": "Open Library",
  page: "The page itself",
  "translation-server": "Zotero translators",
};

const Base = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/u, "a base address without question mark")
  .transform((base) => base.replace(/\/+$/u, ""));

const service = (on: boolean, base: string) =>
  z.strictObject({ on: z.boolean().default(on), base: Base.default(base) }).prefault({});

/**
 * The row `finding` of the settings: in which order services are asked and shown, which are on, where they are (a mirror
 * or a proxy of one's own), how long one may take, and the address that the services may write to when we are a burden.
 */
export const FindingSettings = z.strictObject({
  order: z
    .array(ServiceId)
    .max(serviceIds.length)
    .default([...serviceIds]),
  mailto: z.email().nullable().default(null),
  timeoutMs: z.int().min(500).max(10_000).default(6_000),
  services: z
    .strictObject({
      crossref: service(true, "https://api.crossref.org"),
      datacite: service(true, "https://api.datacite.org"),
      doi: service(true, "https://doi.org"),
      pubmed: service(true, "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
      arxiv: service(true, "https://export.arxiv.org"),
      "open-library": service(true, "https://openlibrary.org"),
      page: z.strictObject({ on: z.boolean().default(true) }).prefault({}),
      "translation-server": service(false, "https://en.wikipedia.org/api/rest_v1"),
    })
    .prefault({}),
  /** PubMed Central's converter of identifiers, which lives apart from PubMed. */
  pmcConverter: Base.default("https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles"),
});
export type FindingSettings = z.infer<typeof FindingSettings>;

/** What a newsroom that set nothing has. */
export const defaultFinding: FindingSettings = FindingSettings.parse({});

/** Which services can say something of what was pasted, the most telling first. */
const fitting: Readonly<Record<PastedKind, readonly ServiceId[]>> = {
  doi: ["crossref", "datacite", "doi", "pubmed", "translation-server"],
  url: ["page", "translation-server"],
  isbn: ["open-library", "crossref", "translation-server"],
  pmid: ["pubmed", "translation-server"],
  pmcid: ["pubmed", "translation-server"],
  arxiv: ["arxiv", "datacite", "translation-server"],
  line: ["crossref", "open-library"],
  bibtex: [],
  ris: [],
  "csl-json": [],
  endnote: [],
};

/** The services that are asked about a kind of text, in the order of the settings; those that are off are not among them. */
export function servicesFor(kind: PastedKind, settings: FindingSettings): ServiceId[] {
  const asked = fitting[kind].filter((id) => settings.services[id].on);
  const place = (id: ServiceId) => (settings.order.includes(id) ? settings.order.indexOf(id) : serviceIds.length);
  return asked.toSorted((a, b) => place(a) - place(b));
}
