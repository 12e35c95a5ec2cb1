import { z } from "zod";
import type { SourceId } from "@/domain/ids";
import type { QuoteVerdict } from "@/domain/source/facts";
import { plainQuote } from "@/domain/source/facts";
import { type Excerpt, excerptAt, opening, passageAt } from "@/domain/source/quote/excerpt";
import { likelyPassage } from "@/domain/source/quote/likely";
import type { DiffPart } from "@/domain/source/quote/word-diff";
import type { Tx } from "@/server/db";
import { readBlob } from "@/server/db/captures";
import { sha256 } from "@/server/db/digest";
import { quoteVerdictFrom } from "@/server/db/rows";
import type { StoodSupport } from "@/server/db/verifications";

/**
 * What is shown of the kept text beside a citation. `found`: where the quote was looked for and what for a verdict;
 * `likely`: where most words of the sentence stand together; `opening`: how the text begins.
 */
export type ShownPassage =
  | { kind: "found"; verdict: QuoteVerdict; excerpt: Excerpt; diff: DiffPart[]; older: boolean }
  | { kind: "likely" | "opening"; verdict: QuoteVerdict | null; excerpt: Excerpt };

/** The copies of a source: the newest that can be read, and whether there are any at all. */
export type KeptCopy = { at: string; sha256: string; textSha256: string } | { unreadable: true } | null;

/** The newest readable copy of each source; one of which there are only others is `unreadable`. */
export async function copiesOf(tx: Tx, sources: readonly SourceId[]): Promise<Map<string, KeptCopy>> {
  const rows = await tx.$queryRaw<{ source_id: string; at: Date; sha256: string; text_sha256: string | null }[]>`
    select distinct on (source_id) source_id, at, sha256, text_sha256
    from capture where source_id = any(${[...sources]}::uuid[])
    order by source_id, text_sha256 is null, at desc, id desc`;
  return new Map(
    rows.map(({ source_id, at, sha256: bytes, text_sha256 }) => [
      source_id,
      text_sha256 === null ? { unreadable: true } : { at: at.toISOString(), sha256: bytes, textSha256: text_sha256 },
    ]),
  );
}

/** The passage to show for each of these supports, by citation and position; each kept text is read once. */
export async function passagesOf(
  tx: Tx,
  supports: readonly StoodSupport[],
  copies: ReadonlyMap<string, KeptCopy>,
): Promise<(support: StoodSupport) => ShownPassage | null> {
  const checks = await checksOf(tx, supports);
  const wanted = [...checks.values()].flatMap((check) => check.text_sha256 ?? []);
  const newest = [...copies.values()].flatMap((copy) => (copy && "textSha256" in copy ? copy.textSha256 : []));
  const texts = new Map<string, string>();
  for (const hash of new Set([...wanted, ...newest])) {
    const bytes = await readBlob(tx, hash);
    if (bytes) texts.set(hash, new TextDecoder().decode(bytes));
  }
  return ({ source, sentence, item, kept }) => {
    const check = item.quote ? checks.get(keyOf(source.id, item.quote)) : undefined;
    const verdict = item.quote ? (check ? quoteVerdictFrom(check.verdict) : ("unchecked" as const)) : null;
    const looked = check?.text_sha256 ? texts.get(check.text_sha256) : undefined;
    const place = check?.selectors ? Selectors.parse(check.selectors)[1] : null;
    if (check && verdict && place && looked !== undefined)
      return {
        kind: "found",
        verdict,
        excerpt: excerptAt(looked, passageAt(looked, place.start, place.end), around),
        diff: Diff.parse(check.diff ?? []),
        older: check.text_sha256 !== kept,
      };
    const text = kept === null ? undefined : texts.get(kept);
    if (text === undefined) return null;
    const likely = likelyPassage(text, `${item.quote ?? ""} ${sentence}`);
    return likely
      ? { kind: "likely", verdict, excerpt: excerptAt(text, likely, around) }
      : { kind: "opening", verdict, excerpt: opening(text, 2 * around) };
  };
}

/** In characters, to either side of a passage. */
const around = 260;

type Check = {
  source_id: string;
  quote_sha256: string;
  verdict: string;
  selectors: unknown;
  diff: unknown;
  text_sha256: string | null;
};

async function checksOf(tx: Tx, supports: readonly StoodSupport[]): Promise<Map<string, Check>> {
  const quoted = supports.filter(({ item }) => item.quote);
  if (quoted.length === 0) return new Map();
  const sources = [...new Set(quoted.map(({ source }) => source.id))];
  const hashes = [...new Set(quoted.map(({ item }) => sha256(plainQuote(item.quote ?? ""))))];
  const rows = await tx.$queryRaw<Check[]>`
    select distinct on (quote_check.source_id, quote_sha256)
      quote_check.source_id, quote_sha256, verdict, selectors, diff, text_sha256
    from quote_check left join capture on capture.id = capture_id
    where quote_check.source_id = any(${sources}::uuid[]) and quote_sha256 = any(${hashes}::text[])
    order by quote_check.source_id, quote_sha256, quote_check.at desc, quote_check.id desc`;
  return new Map(rows.map((row) => [`${row.source_id} ${row.quote_sha256}`, row]));
}

const keyOf = (source: SourceId, quote: string): string => `${source} ${sha256(plainQuote(quote))}`;

const Selectors = z.tuple([
  z.object({ type: z.literal("TextQuoteSelector") }),
  z.object({ type: z.literal("TextPositionSelector"), start: z.number(), end: z.number() }),
]);
const Diff = z.array(z.object({ kind: z.enum(["same", "quote", "source"]), text: z.string() }));
