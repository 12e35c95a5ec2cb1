import { z } from "zod";
import { UserId } from "@/domain/ids";
import { SourceRecord } from "./record";

/**
 * Where a field of a record came from and when (ISO 8601): `from` is the id of a service, `person` for what somebody
 * typed (`by` says who), `text` for what was read from the pasted words themselves. `via` says how, where a service has
 * several ways (the kinds of metadata in a page).
 */
export const FieldOrigin = z.strictObject({
  from: z.string().regex(/^[a-z][a-z-]{1,39}$/u),
  at: z.iso.datetime(),
  via: z.string().max(80).optional(),
  by: UserId.optional(),
});
export type FieldOrigin = z.infer<typeof FieldOrigin>;

export type RecordField = keyof SourceRecord;

/** The origin of each field of a record; a field without a line was there before origins were kept. */
export const Origins = z.partialRecord(SourceRecord.keyof(), FieldOrigin);
export type Origins = Partial<Record<RecordField, FieldOrigin>>;

/** What a screen may claim of origins: the person is never among it, for who typed is known to the server alone. */
export const ClaimedOrigins = z.partialRecord(
  SourceRecord.keyof(),
  FieldOrigin.omit({ by: true }).refine(({ from }) => from !== "person", "who typed is not for a screen to say"),
);

/** The fields that a record has, in the order of the schema. */
export const fieldsIn = (record: Partial<SourceRecord>): RecordField[] =>
  SourceRecord.keyof().options.filter((field) => record[field] !== undefined);

/** The same origin for all fields of a record. */
export const originOfAll = (record: Partial<SourceRecord>, origin: FieldOrigin): Origins =>
  Object.fromEntries(fieldsIn(record).map((field) => [field, origin]));

type Change = {
  before: SourceRecord | null;
  known: Origins;
  after: SourceRecord;
  claimed: Origins;
  by: UserId;
  /** Now; a claim may not be of later. */
  at: string;
};

/**
 * The origins of a record after a person saved it: a field that stayed keeps its own, a field that was taken over has
 * the one that is claimed for it, and all the rest was typed by the person who saved.
 */
export function originsAfter({ before, known, after, claimed, by, at }: Change): Origins {
  const origins: Origins = {};
  for (const field of fieldsIn(after)) {
    const stayed = before !== null && same(before[field], after[field]);
    const claim = claimed[field];
    const kept = stayed ? known[field] : undefined;
    if (kept) origins[field] = kept;
    else if (claim) origins[field] = claim.at > at ? { ...claim, at } : claim;
    else if (!stayed) origins[field] = { from: "person", at, by };
  }
  return origins;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
