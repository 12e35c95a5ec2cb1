import { type SourceRecord, sourceTypes } from "@/domain/source/record";

type Type = SourceRecord["type"];
type Row = readonly [type: Type, ris: string, refer: string];

/** How RIS and EndNote call the types; the first row of a word is the type that it is read as. */
const rows: readonly Row[] = [
  ["article-journal", "JOUR", "Journal Article"],
  ["article-magazine", "MGZN", "Magazine Article"],
  ["article-newspaper", "NEWS", "Newspaper Article"],
  ["bill", "BILL", "Bill"],
  ["book", "BOOK", "Book"],
  ["broadcast", "VIDEO", "Film or Broadcast"],
  ["chapter", "CHAP", "Book Section"],
  ["collection", "EDBOOK", "Edited Book"],
  ["dataset", "DATA", "Dataset"],
  ["document", "GEN", "Generic"],
  ["entry-dictionary", "DICT", "Dictionary"],
  ["entry-encyclopedia", "ENCYC", "Encyclopedia"],
  ["figure", "FIGURE", "Figure"],
  ["graphic", "ART", "Artwork"],
  ["hearing", "HEAR", "Hearing"],
  ["legal_case", "CASE", "Case"],
  ["legislation", "STAT", "Statute"],
  ["manuscript", "UNPB", "Unpublished Work"],
  ["map", "MAP", "Map"],
  ["motion_picture", "MPCT", "Audiovisual Material"],
  ["musical_score", "MUSIC", "Music"],
  ["pamphlet", "PAMP", "Pamphlet"],
  ["paper-conference", "CONF", "Conference Paper"],
  ["patent", "PAT", "Patent"],
  ["periodical", "JFULL", "Serial"],
  ["personal_communication", "PCOMM", "Personal Communication"],
  ["post-weblog", "BLOG", "Blog"],
  ["regulation", "LEGAL", "Legal Rule or Regulation"],
  ["report", "RPRT", "Report"],
  ["software", "COMP", "Computer Program"],
  ["song", "SOUND", "Sound Recording"],
  ["speech", "SLIDE", "Lecture"],
  ["standard", "STAND", "Standard"],
  ["thesis", "THES", "Thesis"],
  ["webpage", "ELEC", "Web Page"],
];

/** Other words that files have for a type. */
const readToo: Readonly<Record<string, Type>> = {
  ABST: "article-journal",
  ADVS: "motion_picture",
  AGGR: "dataset",
  ANCIENT: "book",
  CPAPER: "paper-conference",
  CLSWK: "book",
  CTLG: "book",
  DBASE: "dataset",
  EBOOK: "book",
  ECHAP: "chapter",
  EJOUR: "article-journal",
  EQUA: "document",
  GOVDOC: "report",
  GRANT: "document",
  ICOMM: "post",
  INPR: "article-journal",
  MANSCPT: "manuscript",
  MULTI: "webpage",
  SER: "book",
  UNBILL: "bill",
  "Conference Proceedings": "paper-conference",
  "Electronic Article": "article-journal",
  "Electronic Book": "book",
  "Electronic Book Section": "chapter",
  "Electronic Source": "webpage",
  "Government Document": "report",
  Manuscript: "manuscript",
  "Online Database": "dataset",
  "Press Release": "document",
};

/** The type of a word of RIS or EndNote, or null. */
export function typeOfWord(word: string): Type | null {
  const small = word.trim().toLowerCase();
  const row = rows.find(([, ris, refer]) => ris.toLowerCase() === small || refer.toLowerCase() === small);
  if (row) return row[0];
  const other = Object.entries(readToo).find(([name]) => name.toLowerCase() === small);
  return other?.[1] ?? sourceTypes.find((type) => type === small) ?? null;
}

/** The word for a type; types without one are generic. */
export function wordOfType(type: Type, format: "ris" | "refer"): string {
  const near =
    type === "review" || type === "review-book"
      ? "article-journal"
      : type === "post"
        ? "webpage"
        : type === "entry"
          ? "chapter"
          : type;
  const row = rows.find(([name]) => name === near);
  return row ? row[format === "ris" ? 1 : 2] : format === "ris" ? "GEN" : "Generic";
}
