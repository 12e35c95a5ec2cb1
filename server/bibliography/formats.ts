import type { SourceRecord } from "@/domain/source/record";
import { readBibtex } from "./bibtex/read";
import { writeBibtex } from "./bibtex/write";
import { readCslJson } from "./csl/read";
import { writeCslJson } from "./csl/write";
import type { Reading } from "./reading";
import { readEndnoteXml } from "./tagged/endnote-xml";
import { readRefer, writeRefer } from "./tagged/refer";
import { readRis, writeRis } from "./tagged/ris";

/** How entries of a format are put together: `between` two of them, around all. */
type Writing = { open: string; entry: (key: string, record: SourceRecord) => string; between: string; close: string };

/** A format of bibliographies; `write` is null where it is only read. */
export type Format = {
  label: string;
  extension: string;
  mediaType: string;
  read: (text: string) => Reading;
  write: Writing | null;
};

const plain = (entry: Writing["entry"]): Writing => ({ open: "", entry, between: "", close: "" });

/** All formats by name. */
export const formats = {
  bibtex: {
    label: "BibTeX",
    extension: "bib",
    mediaType: "application/x-bibtex; charset=utf-8",
    read: readBibtex,
    write: plain((key, record) => `${writeBibtex(key, record, "bibtex")}\n`),
  },
  biblatex: {
    label: "BibLaTeX",
    extension: "bib",
    mediaType: "application/x-bibtex; charset=utf-8",
    read: readBibtex,
    write: plain((key, record) => `${writeBibtex(key, record, "biblatex")}\n`),
  },
  ris: {
    label: "RIS",
    extension: "ris",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    read: readRis,
    write: plain(writeRis),
  },
  "csl-json": {
    label: "CSL-JSON",
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8",
    read: readCslJson,
    write: { open: "[\n", entry: writeCslJson, between: ",\n", close: "\n]\n" },
  },
  enw: {
    label: "EndNote",
    extension: "enw",
    mediaType: "application/x-endnote-refer; charset=utf-8",
    read: readRefer,
    write: plain(writeRefer),
  },
  "endnote-xml": {
    label: "EndNote XML",
    extension: "xml",
    mediaType: "application/xml; charset=utf-8",
    read: readEndnoteXml,
    write: null,
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames = [
  "bibtex",
  "biblatex",
  "ris",
  "csl-json",
  "enw",
  "endnote-xml",
] as const satisfies readonly FormatName[];
/** The formats that can be written. */
export const writtenFormats = ["bibtex", "biblatex", "ris", "csl-json", "enw"] as const satisfies readonly FormatName[];
export type WrittenFormat = (typeof writtenFormats)[number];

/** The format that a text is in, by what it begins with, or null. */
export function formatOf(text: string): FormatName | null {
  const start = text.slice(0, 20_000).replace(/^[\s\ufeff]+/u, "");
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>?\s*)?<(?:xml|records|record)\b/iu.test(start)) return "endnote-xml";
  if (/^\s{0,3}TY {1,2}-/mu.test(start)) return "ris";
  if (/^[[{]/u.test(start)) return "csl-json";
  if (/@[ \t]*[a-z][\w-]*\s*[{(]/iu.test(start)) return "bibtex";
  return /^%[0AETJBDIPU] /mu.test(start) ? "enw" : null;
}
