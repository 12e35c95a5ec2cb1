import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { readRetractions } from "@/server/checking/read-retractions";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { keepNotices } from "@/server/db/notices";
import { sourcesWith, writeStanding } from "@/server/db/standings";

/**
 * Takes in a list of notices in the layout of the Retraction Watch data, all of it or nothing; rows that cannot be read
 * are told. Sources that it says something new of stand by it at once. The same list again adds nothing.
 */
export const importRetractions = command({
  name: "retractions.import",
  input: z.strictObject({
    name: z.string().trim().min(1).max(300),
    content: z.custom<AsyncIterable<Uint8Array>>(
      (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
    ),
  }),
  run: async (actor, { name, content }) => {
    if (!may("retractions.import", actor)) return fail({ kind: "forbidden" });
    const read = await readRetractions(content);
    if (!read.ok) return read;
    const { notices, ...told } = read.value;
    return inTransaction(async (tx) => {
      const { added, about } = await keepNotices(tx, notices, "retraction-watch");
      const sources = await sourcesWith(tx, about);
      const news = [];
      for (const source of sources) news.push(await writeStanding(tx, source, null));
      for (const fact of news) if (fact) await record(tx, actor, fact);
      await record(tx, actor, {
        type: "retractions.imported",
        article: null,
        data: { name, count: notices.length, added, rows: told.rows, problems: told.problemCount },
      });
      return ok({ ...told, notices: notices.length, added, sources: news.filter((fact) => fact !== null).length });
    });
  },
});
