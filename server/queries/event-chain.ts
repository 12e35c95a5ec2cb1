import { createHash } from "node:crypto";
import { z } from "zod";
import { rows } from "@/server/db/raw";

/** What the chain of history says of itself: whole, with the hash of its last event, or broken at the first wrong row. */
export type Chain =
  | { kind: "whole"; events: number; head: string }
  | { kind: "broken"; event: bigint; why: string; whole: number };

/** The hash that stands before the first event. */
const beginning = "0".repeat(64);
const batch = 2000;

/**
 * Recomputes every event's hash from its own words and the hash before it, in order, and compares the end with the row
 * that names the last event, so that rows cut off at the end are missed too.
 */
export async function readEventChain(url: string): Promise<Chain> {
  const head = Head.parse((await rows(url, "select seq::text, hash from event_head"))[0]);
  let last = { seq: 0n, hash: beginning };
  while (last.seq < head.seq) {
    const events = z
      .array(Event)
      .parse(await rows(url, eventsAfter, [last.seq.toString(), head.seq.toString(), batch]));
    for (const event of events) {
      const why = whyBroken(event, last);
      if (why) return { kind: "broken", event: last.seq + 1n, why, whole: Number(last.seq) };
      last = event;
    }
    if (events.length === 0)
      return {
        kind: "broken",
        event: last.seq + 1n,
        why: `it and all that follow are missing: the last event was ${head.seq}`,
        whole: Number(last.seq),
      };
  }
  return ending(url, last, head);
}

function whyBroken(event: Event, last: { seq: bigint; hash: string }): string | null {
  if (event.seq !== last.seq + 1n) return `it is missing: event ${event.seq} follows`;
  if (event.prev !== last.hash) return "it does not name the hash of the event before it";
  if (event.hash !== hashOf(event)) return "its hash is not that of its words";
  return null;
}

/** Events that were written meanwhile are not looked at; a row behind the head that nobody chained is. */
async function ending(url: string, last: { seq: bigint; hash: string }, head: Head): Promise<Chain> {
  const whole = Number(last.seq);
  if (last.hash !== head.hash)
    return {
      kind: "broken",
      event: last.seq,
      why: "its hash is not the one that was noted as the last",
      whole: whole - 1,
    };
  const [slipped] = await rows(
    url,
    "select min(event.seq)::text as seq from event, event_head where event.seq > event_head.seq or event.seq < 1",
  );
  const seq = z.object({ seq: z.coerce.bigint().nullable() }).parse(slipped).seq;
  if (seq !== null) return { kind: "broken", event: seq, why: "it was slipped in beside the chain", whole };
  return { kind: "whole", events: whole, head: last.hash };
}

/** The same line as `event_line` in prisma/sql/event_is_chained.sql. */
const hashOf = ({ seq, at, type, actor, article, data, prev }: Event): string =>
  createHash("sha256").update([seq, at, type, actor, article, data, prev].join("|")).digest("hex");

const Head = z.object({ seq: z.coerce.bigint(), hash: z.string() });
type Head = z.infer<typeof Head>;

const Event = z.object({
  seq: z.coerce.bigint(),
  at: z.string(),
  type: z.string(),
  actor: z.string(),
  article: z.string(),
  data: z.string(),
  prev: z.string(),
  hash: z.string(),
});
type Event = z.infer<typeof Event>;

const eventsAfter = `
  select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, type,
    coalesce(actor_id::text, '') as actor, coalesce(article_id::text, '') as article, data::text, prev_hash as prev, hash
  from event where seq > $1 and seq <= $2 order by event.seq limit $3`;
