import { z } from "zod";
import { SourceRecord } from "@/domain/source/record";

/** A row of a table kept as JSON, to be put back as it was. */
const Row = z.record(z.string(), z.unknown());
const Key = z.object({ scheme: z.string(), value: z.string() });
const Side = z.object({
  record: SourceRecord,
  version: z.int(),
  tags: z.array(z.string()),
  keys: z.array(Key),
  link: Row.nullable(),
  standing: Row.nullable(),
});

/** Both sources as they were before a merge. */
export const Before = z.object({ kept: Side, merged: Side });
export type Before = z.infer<typeof Before>;
export type Side = z.infer<typeof Side>;

const Ids = z.array(z.string());

/** All that went over with a merge: the references by article, what hangs on the source by table, and sources merged into it before. */
export const Moved = z.object({
  references: z.array(z.object({ id: z.string(), articleId: z.string(), removed: z.boolean() })),
  captures: Ids,
  linkChecks: Ids,
  quoteChecks: Ids,
  tasks: Ids,
  /** Tasks that the kept source had open already, closed by the merge. */
  closedTasks: Ids,
  sources: Ids,
  tags: z.array(z.string()),
});
export type Moved = z.infer<typeof Moved>;
