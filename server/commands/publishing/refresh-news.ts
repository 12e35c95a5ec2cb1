import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { rebakeNews } from "@/server/baking/from-database";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";

/** Lets the news sitemap forget what is older than two days; nothing is written where nothing got that old. */
export const refreshNews = command({
  name: "publishing.refresh-news",
  input: z.strictObject({}),
  run: (actor) =>
    inTransaction(async (tx) => {
      if (actor.id) return fail({ kind: "forbidden" });
      await rebakeNews(tx);
      return ok({});
    }),
});
