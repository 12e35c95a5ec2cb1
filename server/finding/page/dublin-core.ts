import { doiOf } from "@/domain/source/doi";
import { isbnOf } from "@/domain/source/isbn";
import type { Loose } from "@/server/finding/keep-fields";
import { dateFromText } from "@/server/finding/written-date";
import { nameFromText } from "@/server/finding/written-name";
import type { MetaTags } from "./meta-tags";

/** Dublin Core in `meta` (DCMI, "DC." and "DCTERMS." with all their spellings). */
export function dublinCore(meta: MetaTags): Loose {
  const named = (...terms: string[]) =>
    terms.flatMap((term) => ["dc.", "dcterms.", "dc:", "dcterms:"].map((prefix) => `${prefix}${term}`));
  const one = (...terms: string[]) => meta.first(...named(...terms));
  const title = one("title");
  if (!title) return {};
  const identifiers = meta.all(...named("identifier", "identifier.doi", "identifier.isbn"));
  const found = <T>(read: (text: string) => T | null): T | undefined =>
    identifiers.map((text) => read(text)).find((value) => value !== null) ?? undefined;
  const people = (...terms: string[]) => {
    const names = meta.all(...named(...terms)).flatMap((name) => nameFromText(name) ?? []);
    return names.length > 0 ? names : undefined;
  };
  return {
    type: types[(one("type") ?? "").toLowerCase().replace(/[^a-z]/gu, "")],
    title,
    author: people("creator", "creator.personalname", "creator.corporatename"),
    editor: people("contributor.editor"),
    issued: dateFromText(
      one("date.issued", "issued", "date.created", "date", "created", "date.available", "available") ?? "",
    ),
    "container-title": one("relation.ispartof", "ispartof", "source"),
    publisher: one("publisher"),
    DOI: found((text) => doiOf(text)),
    ISBN: found((text) => isbnOf(text)),
    language: one("language"),
    abstract: one("abstract", "description.abstract"),
  };
}

const types: Readonly<Record<string, Loose["type"]>> = {
  dataset: "dataset",
  software: "software",
  article: "article-journal",
  journalarticle: "article-journal",
  newsarticle: "article-newspaper",
  book: "book",
  bookchapter: "chapter",
  thesis: "thesis",
  report: "report",
  stillimage: "graphic",
  movingimage: "motion_picture",
};
