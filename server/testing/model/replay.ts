import { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";
import { z } from "zod";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { db } from "@/server/db";
import { canonical, changedParts } from "./plain";

/** One batch of an article's log as it can be told from its steps alone: what they made of the text, and where. */
export type Replayed = { version: number; author: string; reason: string; sections: string[]; text: unknown };

const Steps = z.array(z.record(z.string(), z.unknown()));

/**
 * An article's text made again from the one that it began with, step by step, with what each batch says of itself and
 * what its steps really changed. `gaps` says where the log does not follow on.
 */
export async function replay(id: ArticleId, beginning: unknown): Promise<{ batches: Replayed[]; gaps: string[] }> {
  const log = await db.stepBatch.findMany({ where: { articleId: id }, orderBy: { version: "asc" } });
  const first = await firstOf(id, beginning);
  let text = Node.fromJSON(schema, beginning);
  let counted = 0;
  const gaps: string[] = [];
  const batches: Replayed[] = [];
  for (const { version, firstStep, steps, authorId, reason, sections } of log) {
    const parsed = Steps.parse(steps);
    if (firstStep !== counted) gaps.push(`batch ${version} begins at ${firstStep} and not at ${counted}`);
    counted += parsed.length;
    const before: unknown = text.toJSON();
    if (version > first)
      for (const json of parsed) text = Step.fromJSON(schema, json).apply(text).doc ?? unfit(version);
    const after: unknown = text.toJSON();
    const changed = changedParts(before, after);
    const unnamed = changed.filter((part) => !sections.includes(part));
    if (unnamed.length > 0) gaps.push(`batch ${version} does not name ${unnamed.join(", ")}, which its steps change`);
    batches.push({ version, author: authorId, reason, sections, text: after });
  }
  const article = await db.article.findUniqueOrThrow({ where: { id } });
  if (article.stepCount !== counted) gaps.push(`the article counts ${article.stepCount} steps and the log ${counted}`);
  if (log.some(({ version }) => version > article.version)) gaps.push("the log is ahead of the article");
  return { batches, gaps };
}

/** The version that the beginning is of: the newest batch whose revision of that version says the same. */
async function firstOf(id: ArticleId, beginning: unknown): Promise<number> {
  const kept = await db.revision.findMany({
    where: { articleId: id, kind: "checkpoint" },
    orderBy: { version: "asc" },
  });
  const found = kept.find(({ document }) => canonical(document) === canonical(beginning));
  if (!found) throw new Error("no revision is of the beginning");
  return found.version;
}

function unfit(version: number): never {
  throw new Error(`a step of batch ${version} does not fit the text`);
}
