import { z } from "zod";
import type { Locale } from "@/domain/citation/locales";
import { productText } from "./files";
import { type Element, readXml } from "./xml";

/** A locale as citeproc reads it. American English is what every other one falls back to. */
export function localeOf(tag: Locale): Element {
  const kept = trees.get(tag);
  if (kept) return kept;
  const xml = tag === "en-GB" ? british(xmlOf("en-US")) : xmlOf(tag);
  const read = readXml(xml);
  if (!read.ok) throw new Error(`The locale ${tag} cannot be read: ${read.error}`);
  trees.set(tag, read.value);
  return read.value;
}

const trees = new Map<Locale, Element>();

const Files = z.record(z.string(), z.string());

function xmlOf(tag: Locale): string {
  const xml = Files.parse(JSON.parse(productText("node_modules/@citation-js/plugin-csl/lib/locales.json")))[tag];
  if (xml === undefined) throw new Error(`There is no locale ${tag} in @citation-js/plugin-csl.`);
  return xml;
}

/**
 * British English, made from the American: the day before the month, single quotation marks outside, and stops inside
 * them only when they belong to what is quoted.
 */
function british(american: string): string {
  return american
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(
      /<date form="text">.*?<\/date>/su,
      '<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>',
    )
    .replace(
      /<date form="numeric">.*?<\/date>/su,
      '<date form="numeric"><date-part name="day" form="numeric-leading-zeros" suffix="/"/>' +
        '<date-part name="month" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>',
    )
    .replace(/(<term name="open-quote">)“/u, "$1‘")
    .replace(/(<term name="close-quote">)”/u, "$1’")
    .replace(/(<term name="open-inner-quote">)‘/u, "$1“")
    .replace(/(<term name="close-inner-quote">)’/u, "$1”");
}
