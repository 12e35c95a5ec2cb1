import { doiOf } from "@/domain/source/doi";
import type { SourceRecord } from "@/domain/source/record";
import type { Loose } from "@/server/finding/keep-fields";
import { isObject } from "@/domain/json";
import { firstText, listOf, parsedJson, textOf } from "@/server/finding/loose";
import { plainText } from "@/server/finding/plain-text";
import { dateFromText } from "@/server/finding/written-date";
import { type LdGraph, ldGraph } from "./ld-graph";
import { nameFromText } from "@/server/finding/written-name";

/** schema.org in JSON-LD: the work that a page is about, with what its `@graph` says of people and places in it. */
export function jsonLd(document: Document): Loose {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20);
  const graph = ldGraph(scripts.map((script) => parsedJson(unwrapped(script.textContent ?? ""))));
  const work = graph.nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .filter(({ rank }) => rank < types.length)
    .toSorted((a, b) => a.rank - b.rank)[0]?.node;
  return work ? fieldsOf(work, graph) : {};
}

/** From the most telling to the least, each with the CSL type that it means. */
const types: readonly (readonly [string, SourceRecord["type"]])[] = [
  ["ScholarlyArticle", "article-journal"],
  ["MedicalScholarlyArticle", "article-journal"],
  ["NewsArticle", "article-newspaper"],
  ["ReportageNewsArticle", "article-newspaper"],
  ["AnalysisNewsArticle", "article-newspaper"],
  ["OpinionNewsArticle", "article-newspaper"],
  ["Report", "report"],
  ["Thesis", "thesis"],
  ["Chapter", "chapter"],
  ["Book", "book"],
  ["Dataset", "dataset"],
  ["SoftwareSourceCode", "software"],
  ["Legislation", "legislation"],
  ["BlogPosting", "post-weblog"],
  ["SocialMediaPosting", "post"],
  ["DiscussionForumPosting", "post"],
  ["TechArticle", "webpage"],
  ["Article", "webpage"],
  ["PodcastEpisode", "broadcast"],
  ["VideoObject", "motion_picture"],
  ["WebPage", "webpage"],
  ["AboutPage", "webpage"],
];

function rankOf(node: Record<string, unknown>): number {
  const named = listOf(node["@type"]).map((type) =>
    (textOf(type) ?? "").replace(/^(?:https?:\/\/)?schema\.org\/|^schema:/u, ""),
  );
  const ranks = named.map((name) => types.findIndex(([type]) => type === name)).filter((rank) => rank >= 0);
  return ranks.length > 0 && (node["headline"] ?? node["name"]) ? Math.min(...ranks) : types.length;
}

function fieldsOf(work: Record<string, unknown>, graph: LdGraph): Loose {
  const type = types[rankOf(work)]?.[1];
  const part = placesOf(work, graph);
  const nameIn = (value: unknown) => firstText(graph.deref(listOf(value)[0])?.["name"]) ?? firstText(value);
  const inPeriodical = type === "article-journal" || type === "chapter";
  const publisher = nameIn(work["publisher"] ?? work["sourceOrganization"]);
  const [first, last] = [firstText(work["pageStart"]), firstText(work["pageEnd"])];
  return {
    type,
    title: firstText(work["headline"]) ?? firstText(work["name"]),
    author: people(work["author"] ?? work["creator"], graph),
    editor: people(work["editor"], graph),
    translator: people(work["translator"], graph),
    issued: dateFromText(firstText(work["datePublished"]) ?? firstText(work["dateCreated"]) ?? ""),
    "container-title": part.title ?? (inPeriodical || type === "book" || type === "report" ? undefined : publisher),
    publisher,
    volume: part.volume,
    issue: part.issue,
    page: firstText(work["pagination"]) ?? (first && last && first !== last ? `${first}-${last}` : first),
    edition: firstText(work["bookEdition"]),
    DOI: identifiers(work, graph)
      .map(doiOf)
      .find((doi) => doi !== null),
    ISBN: firstText(work["isbn"]),
    ISSN: part.issn,
    language: nameIn(work["inLanguage"]),
    abstract: plainText(firstText(work["abstract"]) ?? firstText(work["description"]) ?? ""),
  };
}

/** The issue, the volume and the periodical that a work is part of, each within the other. */
function placesOf(work: Record<string, unknown>, graph: LdGraph) {
  const found: {
    title?: string | undefined;
    volume?: string | undefined;
    issue?: string | undefined;
    issn?: string | undefined;
  } = {};
  let here = graph.deref(listOf(work["isPartOf"])[0]);
  for (let depth = 0; here && depth < 5; depth++) {
    found.volume ??= firstText(here["volumeNumber"]);
    found.issue ??= firstText(here["issueNumber"]);
    found.issn ??= firstText(here["issn"]);
    const kind = listOf(here["@type"]).join(" ");
    if (!/Volume|Issue|WebPage|WebSite/u.test(kind)) found.title ??= firstText(here["name"]);
    if (/WebSite/u.test(kind)) found.title ??= firstText(here["name"]);
    here = graph.deref(listOf(here["isPartOf"])[0]);
  }
  return found;
}

function people(value: unknown, graph: LdGraph): unknown[] | undefined {
  const names = listOf(value).flatMap((one) => {
    const node = graph.deref(one);
    if (!node) return typeof one === "string" ? (nameFromText(one) ?? []) : [];
    const [family, given, name] = [
      firstText(node["familyName"]),
      firstText(node["givenName"]),
      firstText(node["name"]),
    ];
    if (family && given) return { family: plainText(family), given: plainText(given) };
    const isBody = /Organi[sz]ation|Corporation/u.test(listOf(node["@type"]).join(" "));
    if (name && isBody) return { literal: plainText(name) };
    return listOf(node["name"]).flatMap((each) => nameFromText(textOf(each) ?? "") ?? []);
  });
  return names.length > 0 ? names : undefined;
}

function identifiers(work: Record<string, unknown>, graph: LdGraph): string[] {
  const told = [work["identifier"], work["sameAs"], work["@id"], work["doi"], work["url"]].flatMap(listOf);
  return told.flatMap((one) => {
    const node = isObject(one) ? (graph.deref(one) ?? one) : null;
    return (node ? firstText(node["value"] ?? node["@id"] ?? node["@value"]) : textOf(one)) ?? [];
  });
}

/** Some wrap their JSON in a comment or in CDATA, as scripts were once wrapped. */
const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?$|^<!--|-->$/gu, "")
    .trim();
