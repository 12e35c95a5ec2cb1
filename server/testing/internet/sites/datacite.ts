import type { Site } from "@/server/testing/internet/site";
import { json, missing } from "./answers";

/** DataCite's REST API with a data set, a paper of arXiv's and a thesis that says "Text". */
export const dataciteSite: Site = {
  host: "api.datacite.org",
  answer: ({ url }) => {
    const doi = decodeURIComponent(/^\/dois\/(.+)$/u.exec(url.pathname)?.[1] ?? "").toLowerCase();
    const attributes = works[doi];
    return attributes
      ? json(
          { data: { id: doi, type: "dois", attributes: { doi, state: "findable", ...attributes } } },
          "application/vnd.api+json; charset=utf-8",
        )
      : missing;
  },
};

const works: Readonly<Record<string, Record<string, unknown>>> = {
  "10.5555/data.1": {
    creators: [
      {
        name: "Østergård, Mara",
        nameType: "Personal",
        givenName: "Mara",
        familyName: "Østergård",
        affiliation: ["Halden Works"],
      },
      { name: "Tidewater Society", nameType: "Organizational", affiliation: [] },
      { name: "King, J. R." },
    ],
    titles: [
      { title: "Målinger av sand", titleType: "TranslatedTitle", lang: "no" },
      { title: "Scour measurements", lang: "en" },
      { title: "1990 to 2019", titleType: "Subtitle" },
    ],
    publisher: { name: "Open Tides Repository", publisherIdentifier: "https://ror.org/000000000" },
    publicationYear: 2020,
    dates: [
      { date: "2020-02-11", dateType: "Issued" },
      { date: "1990/2019", dateType: "Collected" },
    ],
    types: {
      ris: "DATA",
      bibtex: "misc",
      citeproc: "dataset",
      schemaOrg: "Dataset",
      resourceType: "Measurements",
      resourceTypeGeneral: "Dataset",
    },
    container: {},
    contributors: [{ name: "Lie, Kari", contributorType: "DataManager" }],
    version: "2.1",
    descriptions: [{ description: "Daily <b>soundings</b>.", descriptionType: "Abstract" }],
    url: "https://tides.example/data/1",
    relatedIdentifiers: [
      { relationType: "IsSupplementTo", relatedIdentifier: "10.5555/tides.2019.7", relatedIdentifierType: "DOI" },
    ],
    language: null,
  },
  "10.48550/arxiv.2101.00001": {
    creators: [{ name: "Lie, Kari", givenName: "Kari", familyName: "Lie" }],
    titles: [{ title: "Tides in a bathtub" }],
    publisher: "arXiv",
    publicationYear: 2021,
    dates: [{ date: "2021-01-01T00:00:00Z", dateType: "Submitted" }],
    types: { resourceType: "Article", resourceTypeGeneral: "Preprint" },
    url: "https://arxiv.org/abs/2101.00001",
    container: null,
  },
  "10.5555/thesis.1": {
    creators: [{ name: "Cho, Junghoo" }],
    titles: [{ title: "Crawling" }],
    publisher: "Halden University",
    publicationYear: "2002",
    dates: [{ date: "2002", dateType: "Issued" }],
    types: { resourceTypeGeneral: "Text", resourceType: "Thesis", bibtex: "phdthesis", ris: "THES" },
    url: "javascript:alert(1)",
    contributors: [{ name: "Press Office", contributorType: "Editor", nameType: "Organizational" }],
  },
};
