import type { SourceRecord } from "@/domain/source/record";
import type { Loose } from "./keep-fields";
import { isObject } from "@/domain/json";
import { at, listOf, textOf } from "./loose";
import { plainParagraphs, plainText } from "./plain-text";
import { dateFromText } from "./written-date";
import { nameFromParts, nameFromText } from "./written-name";

/** The fields of a DataCite work (metadata schema 4.x as its REST API writes it). */
export function dataciteFields(work: Record<string, unknown>): Loose {
  const type = typeOf(work);
  const container = isObject(work["container"]) ? work["container"] : {};
  const part = type === "article-journal" || type === "chapter" || type === "paper-conference";
  const related = relatedIdentifiers(work);
  return {
    type,
    title: titleOf(work),
    author: people(listOf(work["creators"])),
    editor: people(contributors(work, "Editor")),
    translator: people(contributors(work, "Translator")),
    issued: issuedOf(work),
    "container-title": part ? textOf(container["title"]) : undefined,
    "collection-title": part ? undefined : textOf(container["title"]),
    publisher: textOf(at(work["publisher"], "name")) ?? textOf(work["publisher"]),
    volume: textOf(container["volume"]),
    issue: textOf(container["issue"]),
    page: pagesOf(container),
    edition: type === "software" || type === "dataset" ? versionOf(work) : undefined,
    genre: textOf(at(work["types"], "resourceType")),
    DOI: textOf(work["doi"]),
    ISBN: type === "book" || type === "chapter" ? related("ISBN") : undefined,
    ISSN: part ? related("ISSN") : undefined,
    URL: textOf(work["url"]),
    language: textOf(work["language"]),
    number: arxivNumber(work),
    abstract: plainParagraphs(described(work, "Abstract") ?? ""),
  };
}

const general: Readonly<Record<string, SourceRecord["type"]>> = {
  audiovisual: "motion_picture",
  book: "book",
  bookchapter: "chapter",
  collection: "collection",
  computationalnotebook: "software",
  conferencepaper: "paper-conference",
  conferenceproceeding: "book",
  datapaper: "article-journal",
  dataset: "dataset",
  dissertation: "thesis",
  event: "event",
  film: "motion_picture",
  image: "graphic",
  interactiveresource: "webpage",
  journal: "periodical",
  journalarticle: "article-journal",
  model: "dataset",
  peerreview: "review",
  preprint: "article",
  report: "report",
  software: "software",
  sound: "song",
  standard: "standard",
  workflow: "software",
};

/** `resourceTypeGeneral` first; where that is "Text" or "Other", what DataCite itself makes of it for CSL, BibTeX and RIS. */
function typeOf(work: Record<string, unknown>): SourceRecord["type"] {
  const told = (name: string) => (textOf(at(work["types"], name)) ?? "").toLowerCase();
  const known = general[told("resourceTypeGeneral").replace(/[^a-z]/gu, "")];
  if (known) return known;
  const kind = told("resourceType").replace(/[^a-z]/gu, "");
  return general[kind] ?? bibtex[told("bibtex")] ?? ris[told("ris")] ?? "document";
}

const bibtex: Readonly<Record<string, SourceRecord["type"]>> = {
  phdthesis: "thesis",
  article: "article-journal",
  inbook: "chapter",
  inproceedings: "paper-conference",
  book: "book",
};
const ris: Readonly<Record<string, SourceRecord["type"]>> = { rprt: "report", thes: "thesis", chap: "chapter" };

/** The title that is neither alternative nor translated, with the subtitle. */
function titleOf(work: Record<string, unknown>): string | undefined {
  const titles = listOf(work["titles"]);
  const typed = (type: string | undefined) =>
    titles.find((title) => textOf(at(title, "titleType")) === type && textOf(at(title, "title")));
  const main = plainText(textOf(at(typed(undefined) ?? titles[0], "title")) ?? "");
  const subtitle = plainText(textOf(at(typed("Subtitle"), "title")) ?? "");
  if (!main || !subtitle || main.toLowerCase().includes(subtitle.toLowerCase())) return main || undefined;
  return `${main}: ${subtitle}`;
}

/** A creator's parts where they are told; else the name in one piece, whole for an organisation. */
function people(values: unknown[]): unknown[] | undefined {
  const names = values.map((value) => {
    const name = textOf(at(value, "name"));
    if (at(value, "nameType") === "Organizational" && name) return { literal: plainText(name) };
    if (textOf(at(value, "familyName"))) return nameFromParts({ ...(isObject(value) ? value : {}), name: undefined });
    return name ? nameFromText(name) : value;
  });
  return names.length > 0 ? names : undefined;
}

const contributors = (work: Record<string, unknown>, type: string): unknown[] =>
  listOf(work["contributors"]).filter((one) => at(one, "contributorType") === type);

/** The day it was issued or made available; else the year of publication. */
function issuedOf(work: Record<string, unknown>) {
  const year = textOf(work["publicationYear"]) ?? textOf(at(work["publicationYear"], "value"));
  const dates = ["Issued", "Available", "Submitted"].flatMap((type) =>
    listOf(work["dates"]).filter((date) => at(date, "dateType") === type),
  );
  const days = dates.flatMap((date) => dateFromText(textOf(at(date, "date")) ?? "") ?? []);
  const fitting = days.find(({ "date-parts": [parts] }) => year === undefined || String(parts?.[0]) === year);
  return fitting ?? dateFromText(year ?? "") ?? undefined;
}

function pagesOf(container: Record<string, unknown>): string | undefined {
  const [first, last] = [textOf(container["firstPage"]), textOf(container["lastPage"])];
  return first && last && first !== last ? `${first}-${last}` : first;
}

const versionOf = (work: Record<string, unknown>): string | undefined => {
  const version = textOf(work["version"]);
  return version ? (/^\d/u.test(version) ? `Version ${version}` : version) : undefined;
};

const described = (work: Record<string, unknown>, type: string): string | undefined =>
  textOf(
    at(
      listOf(work["descriptions"]).find((one) => at(one, "descriptionType") === type),
      "description",
    ),
  );

const relatedIdentifiers = (work: Record<string, unknown>) => (scheme: string) => {
  const found = listOf(work["relatedIdentifiers"]).filter(
    (one) =>
      at(one, "relatedIdentifierType") === scheme &&
      /^(?:IsPartOf|IsIdenticalTo|IsPublishedIn)$/u.test(String(at(one, "relationType"))),
  );
  return (
    textOf(at(found[0], "relatedIdentifier")) ??
    (textOf(at(work["container"], "identifierType")) === scheme
      ? textOf(at(work["container"], "identifier"))
      : undefined)
  );
};

function arxivNumber(work: Record<string, unknown>): string | undefined {
  const id = /^10\.48550\/arxiv\.(\S+)$/iu.exec(textOf(work["doi"]) ?? "")?.[1];
  return id ? `arXiv:${id}` : undefined;
}
