import { itemOf } from "@/domain/citation/item";
import type { Manuscript, Reference } from "@/domain/rules/manuscript";
import { type Facts, type QuoteFact, quoteKey, type SourceFacts } from "@/domain/source/facts";
import { cite, manuscript, paragraph, section } from "./manuscript";

/** The day on which the tests of checks are read. */
export const today = "2026-03-02T12:00:00.000Z";

/** A moment so many days before it. */
export const daysAgo = (days: number): string => new Date(Date.parse(today) - days * 86_400_000).toISOString();

/** What is known of a source about which nothing is wrong, unless told otherwise. */
export const known = (told: Partial<SourceFacts> = {}): SourceFacts => ({
  link: { state: "alive", since: daysAgo(90), checkedAt: daysAgo(2), finalUrl: null, reason: "" },
  standing: { state: "clear", checkedAt: daysAgo(2), notice: null, noticedOn: null },
  capture: { at: daysAgo(40), sha256: "0".repeat(64), readable: true },
  archiveUrl: null,
  ...told,
});

/** An address as it was found three days ago. */
export const link = (state: NonNullable<SourceFacts["link"]>["state"], reason = ""): SourceFacts["link"] => ({
  state,
  since: daysAgo(20),
  checkedAt: daysAgo(3),
  finalUrl: null,
  reason,
});

type Entry = { reference: Reference; known?: SourceFacts; quote?: string; verdict?: QuoteFact };

/** A manuscript with one section that cites these sources, in one sentence each, and what is known of them and their quotes. */
export function cited(
  entries: readonly Entry[],
  told: Partial<Pick<Facts, "ownHosts" | "disputes">> & Partial<Manuscript> = {},
) {
  const { ownHosts = [], disputes = [], ...rest } = told;
  const sentences = entries.flatMap(({ reference, quote }, at) => [
    `${["So it is", "And so", "Once more so"][at % 3]}`,
    cite({ ...itemOf(reference.id), quote: quote ?? null }),
    ". ",
  ]);
  const sources = entries.flatMap(({ reference, known: facts }) =>
    reference.source && facts ? [[reference.source.id, facts] as const] : [],
  );
  const quotes = entries.flatMap(({ reference, quote, verdict }) =>
    reference.source && quote && verdict ? [[quoteKey(reference.source.id, quote), verdict] as const] : [],
  );
  const facts: Facts = { at: today, sources: new Map(sources), quotes: new Map(quotes), disputes, ownHosts };
  const references = entries.map(({ reference }) => reference);
  return { ...manuscript({ sections: [section("Findings", paragraph(...sentences))], references, facts }), ...rest };
}
