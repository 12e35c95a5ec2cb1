import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { linkStates } from "@/domain/source/facts";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";

/** Writes down how many sources are in which state today (UTC), for the trend; the last count of a day stands. */
export const countHealth = command({
  name: "source.count-health",
  input: z.strictObject({}),
  run: (actor) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      await tx.$executeRaw`
        insert into health_day (day, state, sources)
        select (now() at time zone 'UTC')::date, named.state, count(found.source_id)::int
        from unnest(${[...linkStates]}::text[]) as named (state)
        left join (
          select source_id, source_link.state from source_link
          join source on source.id = source_id and merged_into is null
        ) found on found.state = named.state
        group by named.state
        on conflict (day, state) do update set sources = excluded.sources`;
      return ok({});
    }),
});
