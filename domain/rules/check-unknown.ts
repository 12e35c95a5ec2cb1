import { plainQuote, type SourceFacts, wereRead } from "@/domain/source/facts";
import { identityKeys } from "@/domain/source/identity";
import { shortNameOf } from "@/domain/source/names";
import type { SourceRecord } from "@/domain/source/record";
import { lastLookedAt } from "./age";
import { citedSources, type KnownQuote, quotesIn } from "./cited-source";
import type { Manuscript } from "./manuscript";
import type { ManuscriptIndex } from "./manuscript-index";
import { addressedWords } from "./reference-words";
import type { Complaint, Rule } from "./rule";

/** Unknown is not pass: what nobody has looked at, or what looking at came to nothing, is said to be just that. */
export const checkUnknown: Rule = {
  id: "check/unknown",
  severity: "warning",
  version: 1,
  summary: "Every cited source was looked at, and looking at it came to something.",
  fix: "Check the source now, or look at it yourself.",
  waivable: true,
  check: (manuscript, index) =>
    wereRead(manuscript.facts) ? [...unknownSources(manuscript, index), ...unknownQuotes(manuscript, index)] : [],
};

function unknownSources(manuscript: Manuscript, index: ManuscriptIndex): Complaint[] {
  return citedSources(manuscript, index).flatMap(({ reference, source, known }) => {
    const open = [
      ...unknownAddress(source.record, known, manuscript.facts.at),
      ...unknownStanding(source.record, known),
    ];
    if (open.length === 0) return [];
    return [
      {
        place: { kind: "reference", reference: reference.id, label: null },
        excerpt: addressedWords(reference),
        message: `Of ${shortNameOf(source.record)} it is not known ${open.join(", nor ")}.`,
      },
    ];
  });
}

/** States that say no more than that somebody should look. */
const inconclusive = {
  unreachable: "no answer came",
  "bot-walled": "the site answers people only",
  "soft-404": "the answer looks like a page that says “not found”",
} as const;

function unknownAddress({ URL: address }: SourceRecord, known: SourceFacts | null, now: string): string[] {
  const link = known?.link;
  if (!link || link.state === "unchecked") return address ? ["whether its address answers (never looked at)"] : [];
  if (link.state !== "unreachable" && link.state !== "bot-walled" && link.state !== "soft-404") return [];
  return [`whether its address answers (${inconclusive[link.state]}; ${lastLookedAt(link.checkedAt, now)})`];
}

function unknownStanding(record: SourceRecord, known: SourceFacts | null): string[] {
  const standing = known?.standing;
  if (standing && standing.state !== "unchecked") return [];
  if (!standing && !identityKeys(record).some(({ scheme }) => scheme === "doi" || scheme === "pmid")) return [];
  return [`whether it was retracted (${standing?.checkedAt ? "the look-up came to nothing" : "never looked up"})`];
}

function unknownQuotes(manuscript: Manuscript, index: ManuscriptIndex): Complaint[] {
  return quotesIn(manuscript, index).flatMap((found) => {
    const why = unknownQuote(found);
    if (why === null) return [];
    const { citation, quote, source } = found;
    return [
      {
        place: { kind: "citation", citation: citation.id, section: citation.section },
        excerpt: plainQuote(quote),
        message: `It is not known whether these are the words of ${shortNameOf(source.record)}: ${why}.`,
      },
    ];
  });
}

function unknownQuote({ known }: KnownQuote): string | null {
  if (!known || known.verdict === "unchecked") return "nobody has looked for them yet";
  return known.verdict === "unreadable" ? "there is no copy of it that can be read" : null;
}
