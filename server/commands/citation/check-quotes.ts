import { z } from "zod";
import { ArticleId, SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { plainQuote } from "@/domain/source/facts";
import { judgeQuote, type QuoteJudgement, readableText } from "@/domain/source/quote/judge";
import { selectorsOf } from "@/domain/source/quote/selectors";
import { closest } from "@/server/checking/closest";
import { command } from "@/server/commands/command";
import { db, inTransaction, type Tx } from "@/server/db";
import { articlesVerifying } from "@/server/db/verifications";
import { articlesCiting } from "@/server/db/articles-citing";
import { type ReadCapture, readCapture } from "@/server/db/captures";
import { sha256 } from "@/server/db/digest";
import { lockDraft } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import { citedQuotes, lastChecks } from "@/server/db/quotes";
import { recountDraft } from "@/server/db/recount-draft";
import { json } from "@/server/db/rows";
import { tellWorkspaces } from "@/server/db/tell-workspaces";

/**
 * Looks for the quotes of an article, or of a source wherever it is quoted, in the newest copies that can be read. What
 * was looked for in that copy already is left alone, and so is a verdict whose copy is gone. Drafts are counted again, also
 * where a citation was verified beside another copy.
 */
export const checkQuotes = command({
  name: "citation.check-quotes",
  input: z.union([z.strictObject({ articleId: ArticleId }), z.strictObject({ sourceId: SourceId })]),
  run: async (actor, asked) => {
    if (actor.id) return fail({ kind: "forbidden" });
    const quoted = await citedQuotes(db, asked);
    let checked = 0;
    const touched = new Set<ArticleId>();
    for (const [sourceId, quotes] of quoted) {
      const fresh = await check(sourceId, quotes);
      checked += fresh;
      if (fresh > 0) for (const articleId of await articlesCiting(db, sourceId)) touched.add(articleId);
    }
    if ("sourceId" in asked)
      for (const articleId of await articlesVerifying(db, asked.sourceId)) touched.add(articleId);
    for (const articleId of [...touched].sort())
      await inTransaction(async (tx) => {
        const draft = await lockDraft(tx, articleId);
        if (!draft) return;
        await recountDraft(tx, articleId, draft);
        await tellWorkspaces(tx, articleId);
      });
    return ok({ checked });
  },
});

/** Looks for the quotes of one source; judging happens outside of the transaction that writes. */
async function check(sourceId: SourceId, quotes: readonly string[]): Promise<number> {
  const capture = await readCapture(db, sourceId);
  const last = await lastChecks(db, sourceId);
  const open = quotes.filter((quote) => {
    const before = last.get(sha256(plainQuote(quote)));
    return !before || (capture !== null && before.captureId !== capture.captureId);
  });
  if (open.length === 0) return 0;
  const text = readableText(capture?.text ?? "");
  const teaser = await isTeaser(db, sourceId);
  const judged = open.map((quote) => ({ quote, judgement: fair(judgeQuote(quote, text, closest), teaser) }));
  await db.quoteCheck.createMany({ data: judged.map((one) => rowOf(sourceId, capture, one)) });
  return judged.length;
}

/** Behind a wall the copy holds the first lines at most: what is not in them may well be in the work. */
const fair = (judgement: QuoteJudgement, teaser: boolean): QuoteJudgement =>
  teaser && judgement.verdict === "not-found" ? { verdict: "unreadable" } : judgement;

async function isTeaser(tx: Tx, sourceId: SourceId): Promise<boolean> {
  const link = await tx.sourceLink.findUnique({ where: { sourceId }, select: { state: true } });
  return link !== null && ["paywalled", "bot-walled", "soft-404"].includes(link.state);
}

function rowOf(
  sourceId: SourceId,
  capture: ReadCapture | null,
  { quote, judgement }: { quote: string; judgement: QuoteJudgement },
) {
  const kept = plainQuote(quote);
  const place = "passage" in judgement && capture ? judgement : null;
  return {
    id: newId(),
    sourceId,
    quoteSha256: sha256(kept),
    quote: kept,
    captureId: capture?.captureId ?? null,
    verdict: judgement.verdict,
    ...(place && capture
      ? {
          passage: capture.text.slice(place.passage.from, place.passage.to).slice(0, longestPassage),
          selectors: json(selectorsOf(capture.text, place.passage)),
          diff: json(place.diff),
        }
      : {}),
  };
}

/** In characters: the longest quote, and what was left out of it. */
const longestPassage = 20_000;
