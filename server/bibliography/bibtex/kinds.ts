import { type SourceRecord, sourceTypes } from "@/domain/source/record";

type Type = SourceRecord["type"];

/** The CSL type of an entry's kind, or null for a kind that nobody defines. */
export function typeOf(kind: string, fields: { subtype: string; hasJournal: boolean }): Type | null {
  const said = sourceTypes.find((type) => type === fields.subtype);
  if (said) return said;
  if (kind === "article" || kind === "suppperiodical") {
    if (fields.subtype === "magazine") return "article-magazine";
    return fields.subtype === "newspaper" ? "article-newspaper" : "article-journal";
  }
  return kinds.get(kind) ?? null;
}

const kinds: ReadonlyMap<string, Type> = new Map(
  Object.entries({
    artwork: "graphic",
    audio: "song",
    book: "book",
    bookinbook: "chapter",
    booklet: "pamphlet",
    collection: "book",
    commentary: "book",
    conference: "paper-conference",
    data: "dataset",
    dataset: "dataset",
    electronic: "webpage",
    image: "figure",
    inbook: "chapter",
    incollection: "chapter",
    inproceedings: "paper-conference",
    inreference: "entry-encyclopedia",
    jurisdiction: "legal_case",
    legal: "treaty",
    legislation: "legislation",
    letter: "personal_communication",
    manual: "book",
    mastersthesis: "thesis",
    misc: "document",
    movie: "motion_picture",
    music: "song",
    mvbook: "book",
    mvcollection: "book",
    mvproceedings: "book",
    mvreference: "book",
    newsarticle: "article-newspaper",
    online: "webpage",
    patent: "patent",
    performance: "performance",
    periodical: "periodical",
    phdthesis: "thesis",
    proceedings: "book",
    reference: "book",
    report: "report",
    review: "review",
    software: "software",
    standard: "standard",
    suppbook: "chapter",
    suppcollection: "chapter",
    techreport: "report",
    thesis: "thesis",
    unpublished: "manuscript",
    video: "motion_picture",
    www: "webpage",
  } satisfies Record<string, Type>),
);

/** The kind that an entry of a CSL type is written as, in BibTeX and in BibLaTeX. */
export function kindOf(record: SourceRecord, dialect: "bibtex" | "biblatex"): string {
  const [old, new_] = written[record.type] ?? ["misc", "misc"];
  if (dialect === "bibtex" && record.type === "thesis" && !record.genre) return "misc";
  if (dialect === "bibtex" && record.type === "thesis")
    return /master/iu.test(record.genre ?? "") ? "mastersthesis" : "phdthesis";
  return dialect === "bibtex" ? old : new_;
}

const written: Readonly<Partial<Record<Type, readonly [bibtex: string, biblatex: string]>>> = {
  "article-journal": ["article", "article"],
  "article-magazine": ["article", "article"],
  "article-newspaper": ["article", "article"],
  review: ["article", "review"],
  "review-book": ["article", "review"],
  book: ["book", "book"],
  collection: ["book", "collection"],
  pamphlet: ["booklet", "booklet"],
  chapter: ["incollection", "incollection"],
  entry: ["incollection", "inreference"],
  "entry-dictionary": ["incollection", "inreference"],
  "entry-encyclopedia": ["incollection", "inreference"],
  "paper-conference": ["inproceedings", "inproceedings"],
  report: ["techreport", "report"],
  standard: ["techreport", "standard"],
  thesis: ["phdthesis", "thesis"],
  manuscript: ["unpublished", "unpublished"],
  dataset: ["misc", "dataset"],
  software: ["misc", "software"],
  webpage: ["misc", "online"],
  post: ["misc", "online"],
  "post-weblog": ["misc", "online"],
  patent: ["misc", "patent"],
  periodical: ["misc", "periodical"],
  legal_case: ["misc", "jurisdiction"],
  legislation: ["misc", "legislation"],
  treaty: ["misc", "legal"],
  personal_communication: ["misc", "letter"],
  motion_picture: ["misc", "movie"],
  song: ["misc", "music"],
  graphic: ["misc", "artwork"],
  figure: ["misc", "image"],
  performance: ["misc", "performance"],
};
