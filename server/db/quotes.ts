import { type ArticleId, CaptureId, SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The quotes of an article's draft, or of one source in all drafts, each once, by their source. */
export async function citedQuotes(
  tx: Tx,
  asked: { articleId: ArticleId } | { sourceId: SourceId },
): Promise<Map<SourceId, string[]>> {
  const articleId = "articleId" in asked ? asked.articleId : null;
  const sourceId = "sourceId" in asked ? asked.sourceId : null;
  const rows = await tx.$queryRaw<{ source_id: string; quote: string }[]>`
    select distinct reference.source_id, citation_item.quote
    from citation_item join reference on reference.id = citation_item.reference_id
    where citation_item.quote is not null and reference.source_id is not null
      and (citation_item.article_id = ${articleId}::uuid or reference.source_id = ${sourceId}::uuid)`;
  const quotes = new Map<SourceId, string[]>();
  for (const row of rows) {
    const source = SourceId.parse(row.source_id);
    quotes.set(source, [...(quotes.get(source) ?? []), row.quote]);
  }
  return quotes;
}

/** The copy that each quote of a source was looked for in last, by the quote's SHA-256. */
export async function lastChecks(tx: Tx, sourceId: SourceId): Promise<Map<string, { captureId: CaptureId | null }>> {
  const rows = await tx.$queryRaw<{ quote_sha256: string; capture_id: string | null }[]>`
    select distinct on (quote_sha256) quote_sha256, capture_id
    from quote_check where source_id = ${sourceId}::uuid
    order by quote_sha256, at desc, id desc`;
  return new Map(
    rows.map((row) => [
      row.quote_sha256,
      { captureId: row.capture_id === null ? null : CaptureId.parse(row.capture_id) },
    ]),
  );
}
