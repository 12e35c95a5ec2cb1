import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { linkAddressOf } from "@/domain/source/link-address";
import { command } from "@/server/commands/command";
import { db } from "@/server/db";
import { recordFrom } from "@/server/db/rows";

/** How many sources are read in one go. */
const batch = 1000;

/** Puts the addresses of sources that came in many at a time, or before there were checks, into the queue of looks. */
export const linkMissing = command({
  name: "source.link-missing",
  input: z.strictObject({}),
  run: async (actor) => {
    if (actor.id) return fail({ kind: "forbidden" });
    let [linked, after] = [0, "00000000-0000-0000-0000-000000000000"];
    for (;;) {
      const ids = await db.$queryRaw<{ id: string }[]>`
        select id from source where id > ${after}::uuid and merged_into is null and record ?| array['URL', 'DOI']
          and not exists (select from source_link where source_id = source.id)
        order by id limit ${batch}`;
      const rows = await db.source.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        select: { id: true, record: true },
      });
      const data = rows.flatMap(({ id, record }) => {
        const address = linkAddressOf(recordFrom(record));
        return address ? [{ sourceId: SourceId.parse(id), ...address, state: "unchecked" }] : [];
      });
      linked += (await db.sourceLink.createMany({ data, skipDuplicates: true })).count;
      const last = ids.at(-1);
      if (!last || ids.length < batch) return ok({ linked });
      after = last.id;
    }
  },
});
