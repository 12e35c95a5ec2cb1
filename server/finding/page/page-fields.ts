import { parseHTML } from "linkedom";
import { withoutTracking } from "@/domain/source/tracking";
import type { Loose } from "@/server/finding/keep-fields";
import { addressesOf } from "./addresses";
import { coins } from "./coins";
import { dublinCore } from "./dublin-core";
import { highwire } from "./highwire";
import { jsonLd } from "./json-ld";
import { metaTags } from "./meta-tags";
import { openGraph } from "./open-graph";
import { plainPage } from "./plain-page";

/** What a page says of itself: each field from the most careful of its ways to say so, and which way that was. */
export type PageFields = {
  fields: Loose;
  via: Partial<Record<keyof Loose, string>>;
  problems: string[];
  /** The title of what was shown instead of the page (a check for robots), or null. */
  wall: string | null;
};

/**
 * Reads a page's metadata. Highwire tags are written for libraries and come first, then JSON-LD (schema.org), Dublin
 * Core, COinS, OpenGraph, and last what any page has.
 */
export function pageFields(html: string, address: string, now: Date): PageFields {
  const { document } = parseHTML(
    /<html|<!doctype|<head|<body/iu.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const meta = metaTags(document);
  const ways: [string, Loose][] = [
    ["Highwire", highwire(meta)],
    ["JSON-LD", jsonLd(document)],
    ["Dublin Core", dublinCore(meta)],
    ["COinS", coins(document)],
    ["OpenGraph", openGraph(meta)],
    ["page", plainPage(document, meta)],
  ];
  const fields: Loose = {};
  const via: PageFields["via"] = {};
  for (const [way, told] of ways) {
    for (const [field, value] of Object.entries(told)) {
      if (value === undefined || value === null || value === "" || !isField(told, field) || fields[field] !== undefined)
        continue;
      fields[field] = value;
      via[field] = way;
    }
  }
  const { url, problems } = addressesOf(document, meta, address);
  const day = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()];
  const title = typeof fields.title === "string" ? fields.title : "";
  const wall = walls.test(title.trim()) ? title.trim() : null;
  const whole = {
    ...fields,
    type: fields.type ?? "webpage",
    URL: withoutTracking(url),
    accessed: { "date-parts": [day] },
  };
  return { fields: whole, via, problems, wall };
}

const isField = (told: Loose, field: string): field is keyof Loose => field in told;

/** Titles of what stands before a page when a machine asks for it. */
const walls =
  /^(?:just a moment|attention required|access denied|access to this page has been denied|are you (?:a robot|human)|robot check|security check|checking your browser|please wait|verif(?:y|ying) (?:you are|that you are)|pardon our interruption|request unsuccessful|403 forbidden|forbidden)\b/iu;
