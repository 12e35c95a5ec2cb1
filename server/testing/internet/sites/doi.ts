import type { Site } from "@/server/testing/internet/site";
import { json, missing } from "./answers";

/** The resolver at doi.org: CSL-JSON to those who ask for it, sent on to the agency that answers. */
export const doiSite: Site = {
  host: "doi.org",
  answer: ({ url, headers }) => {
    const doi = decodeURIComponent(url.pathname.slice(1)).toLowerCase();
    const agency = agencies[doi];
    if (!agency) return missing;
    if (!headers["accept"]?.includes("citationstyles.csl+json"))
      return { status: 302, headers: { location: "https://tides.example/articles/7" } };
    return { status: 302, headers: { location: `https://${agency}/v1/${doi}/transform` } };
  },
};

const agencies: Readonly<Record<string, string>> = {
  "10.5555/tides.2019.7": "content.agency.example",
  "10.5555/plain.1": "content.agency.example",
};

/** Where the resolver sends those who want metadata. */
export const agencySite: Site = {
  host: "content.agency.example",
  answer: ({ url }) =>
    json(url.pathname.includes("tides") ? crossrefDialect : plainCsl, "application/vnd.citationstyles.csl+json"),
};

const crossrefDialect = {
  type: "journal-article",
  DOI: "10.5555/tides.2019.7",
  title: "Scour under <i>bridge</i> piers",
  "container-title": "Journal of Tidal Engineering",
  author: [{ given: "Mara", family: "Østergård", sequence: "first", affiliation: [] }],
  issued: { "date-parts": [["2019", 8]] },
  ISSN: ["1234-5679"],
  page: "101-118",
};

const plainCsl = {
  type: "article-journal",
  id: "https://doi.org/10.5555/plain.1",
  author: [{ family: "Lie", given: "Kari" }],
  issued: { raw: "3 June 2014" },
  title: "Plain",
  number: 7,
};
