import type { Node } from "prosemirror-model";
import { quotesOf, type SourceQuote } from "@/domain/citation/quotes";
import { type ArticleId, SourceId } from "@/domain/ids";
import type { CitedSource, Reference } from "@/domain/rules/manuscript";
import { type Facts, type QuoteFact, plainQuote, quoteKey, type SourceFacts } from "@/domain/source/facts";
import { hostOf } from "@/domain/source/host";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { quoteVerdictFrom } from "@/server/db/rows";
import { capturesOf } from "@/server/db/facts/captures";
import { linksOf } from "@/server/db/facts/links";
import { disputesOf } from "@/server/db/verifications";
import { standingsOf } from "@/server/db/facts/standings";

/** All that is known, as it stands in this transaction, of the sources and quotes of an article, and what is disputed in it. */
export async function factsOf(
  tx: Tx,
  articleId: ArticleId,
  references: readonly Reference[],
  document: Node,
): Promise<Facts> {
  const sources = [...new Map(references.flatMap(({ source }) => (source ? [[source.id, source]] : []))).values()];
  return {
    at: new Date().toISOString(),
    sources: await sourceFactsOf(tx, sources),
    quotes: await quoteFactsOf(tx, quotesOf(document, references)),
    disputes: await disputesOf(tx, articleId),
    ownHosts: await ownHosts(tx),
  };
}

/** The same facts for a text that was written on: quotes that were not in it before are looked up. */
export async function factsAfter(
  tx: Tx,
  before: { facts: Facts; document: Node },
  references: readonly Reference[],
  document: Node,
): Promise<Facts> {
  const keys = new Set(quotesOf(before.document, references).map(({ source, quote }) => quoteKey(source, quote)));
  const quotes = quotesOf(document, references);
  if (quotes.every(({ source, quote }) => keys.has(quoteKey(source, quote)))) return before.facts;
  return { ...before.facts, quotes: await quoteFactsOf(tx, quotes) };
}

/** What is known of each source; one that nobody ever looked at has no entry. */
export async function sourceFactsOf(tx: Tx, sources: readonly CitedSource[]): Promise<Map<SourceId, SourceFacts>> {
  if (sources.length === 0) return new Map();
  const ids = sources.map(({ id }) => id);
  const links = await linksOf(tx, sources);
  const standings = await standingsOf(tx, sources);
  const captures = await capturesOf(tx, ids);
  return new Map(
    ids.flatMap((id) => {
      const [link, standing, capture] = [links.get(id), standings.get(id), captures.get(id)];
      if (!link && !standing && !capture) return [];
      const facts: SourceFacts = {
        link: link?.fact ?? null,
        standing: standing ?? null,
        capture: capture ?? null,
        archiveUrl: link?.archiveUrl ?? null,
      };
      return [[id, facts] as const];
    }),
  );
}

/** The newest verdict on each of these quotes. */
export async function quoteFactsOf(tx: Tx, quotes: readonly SourceQuote[]): Promise<Map<string, QuoteFact>> {
  if (quotes.length === 0) return new Map();
  const sources = [...new Set(quotes.map(({ source }) => source))];
  const hashes = [...new Set(quotes.map(({ quote }) => sha256(plainQuote(quote))))];
  const rows = await tx.$queryRaw<
    { source_id: string; quote: string; verdict: string; at: Date; passage: string | null }[]
  >`
    select distinct on (source_id, quote_sha256) source_id, quote, verdict, at, passage
    from quote_check
    where source_id = any(${sources}::uuid[]) and quote_sha256 = any(${hashes}::text[])
    order by source_id, quote_sha256, at desc, id desc`;
  return new Map(
    rows.map(({ source_id, quote, verdict, at, passage }) => [
      quoteKey(SourceId.parse(source_id), quote),
      { verdict: quoteVerdictFrom(verdict), checkedAt: at.toISOString(), passage },
    ]),
  );
}

async function ownHosts(tx: Tx): Promise<string[]> {
  const site = await tx.site.findUnique({ where: { only: true }, select: { baseUrl: true } });
  const host = site?.baseUrl ? hostOf(site.baseUrl) : null;
  return host === null ? [] : [host];
}
