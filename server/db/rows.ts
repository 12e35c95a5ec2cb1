import type { Node } from "prosemirror-model";
import { z } from "zod";
import type { DiffPart } from "@/domain/source/quote/word-diff";
import { readPart } from "@/domain/document/read";
import { TextQuote } from "@/domain/review/anchor";
import { type Coverage, type VerificationVerdict, verdicts } from "@/domain/review/verification";
import type { RuleId } from "@/domain/rules/finding";
import { Origins } from "@/domain/source/origins";
import { type QuoteVerdict, quoteVerdicts, type StandingState, standingStates } from "@/domain/source/facts";
import { SourceRecord } from "@/domain/source/record";
import { Prisma } from "@/server/db/generated/client";

/**
 * The only file where a type is asserted: what the database holds was checked when it was written.
 * A value of ours as Prisma's JSON input; `undefined` inside is dropped, as JSON does.
 */
export const json = (value: unknown): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

/** A stored section body as a node; one that is not of our schema is a bug, not a refusal. */
export function partFrom(body: Prisma.JsonValue): Node {
  const part = readPart(body);
  if (!part.ok) throw new Error(`a stored section is not of our schema: ${part.error.why}`);
  return part.value;
}

/** A stored record as a source record. */
export const recordFrom = (value: Prisma.JsonValue): SourceRecord => SourceRecord.parse(value);

/** Where the fields of a stored record came from. */
export const originsFrom = (value: Prisma.JsonValue): Origins => Origins.parse(value);

/** A stored anchor of a thread: a Web Annotation TextQuoteSelector. */
export const quoteFrom = (value: Prisma.JsonValue): TextQuote => TextQuote.parse(value);

/** SQL NULL for a JSON column, where Prisma wants it told from a JSON null. */
export const noJson = Prisma.DbNull;

/** The counts of an article's citations as its row keeps them. */
export const coverageIn = (row: {
  verifiedCitations: number;
  citedCitations: number;
  heldCitations: number;
}): Coverage => ({
  verified: row.verifiedCitations,
  cited: row.citedCitations,
  held: row.heldCitations,
});

/** A stored rule id; rules that no longer exist keep their ids in history. */
export const ruleFrom = (value: string): RuleId => value as RuleId;

/** A stored state of a work's standing, a reviewer's verdict, a verdict on a quote; one that is unknown here is a bug. */
export const standingFrom = (value: string): StandingState => oneOf(standingStates, value);
export const verdictFrom = (value: string): VerificationVerdict => oneOf(verdicts, value);
export const quoteVerdictFrom = (value: string): QuoteVerdict => oneOf(quoteVerdicts, value);

function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`the database holds “${value}”, which is none of ${known.join(", ")}`);
  return found;
}

/** A stored difference between a quote and its source, or null where none was kept. */
export const diffFrom = (value: Prisma.JsonValue): DiffPart[] | null => (value === null ? null : Diff.parse(value));
const Diff = z.array(z.object({ kind: z.enum(["same", "quote", "source"]), text: z.string() }));
