import type { Tx } from "@/server/db";

/** How many copies one run drops at most. */
const most = 1000;

/**
 * Drops copies beyond the newest `keep` of each source, but never one that something rests on: a citation that it was
 * kept for, a quote that was looked for in it, and what was the newest when a person verified a citation or an edition
 * came out. Answers how many went.
 */
export function dropCaptures(tx: Tx, keep: number): Promise<number> {
  return tx.$executeRaw`
    with ranked as (
      select id, row_number() over (partition by source_id order by at desc, id desc) as place,
        coalesce(lead(at) over (partition by source_id order by at, id), 'infinity') as next_at
      from capture
    )
    delete from capture where id in (
      select capture.id from capture join ranked using (id)
      where place > ${keep} and reason <> 'cited'
        and not exists (select from quote_check where capture_id = capture.id)
        and not exists (select from verification
          where verification.source_id = capture.source_id
            and verification.at >= capture.at and verification.at < next_at)
        and not exists (select from edition
          where "references" @> jsonb_build_array(jsonb_build_object('sourceId', capture.source_id))
            and published_at >= capture.at and published_at < next_at)
      limit ${most})`;
}

/** Drops bytes that no copy refers to; those of the last day stay, for a copy that is being written may want them. */
export function dropLooseBlobs(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    delete from blob where at < now() - interval '1 day'
      and not exists (select from capture where warc_sha256 = blob.sha256)
      and not exists (select from capture where text_sha256 = blob.sha256)`;
}
