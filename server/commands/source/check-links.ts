import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { log } from "@/server/commands/log";
import { db, inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { type Claimed, claimLink, releaseHosts } from "@/server/db/link-queue";
import type { Fetch } from "@/server/http/fetch";
import { takeLook } from "./take-look";
import { writeLook } from "./write-look";

/** How many addresses are looked at side by side, and for how many milliseconds new ones are begun. */
type Span = { abreast: number; time: number };

/**
 * Looks at the addresses that are due, until none can be asked now or the time is over; the schedule comes back every
 * minute. A process that is killed meanwhile loses nothing: what it held is due again when its claims run out.
 */
export const checkLinks = (fetch: Fetch, { abreast, time }: Span = { abreast: 4, time: 50_000 }) =>
  command({
    name: "source.check-links",
    input: z.strictObject({}),
    run: async (actor) => {
      if (actor.id) return fail({ kind: "forbidden" });
      const settings = await checkingSettings(db);
      const until = Date.now() + time;
      let looked = 0;
      const one = async () => {
        while (Date.now() < until) {
          const claimed = await claimLink({ askedOnly: !settings.enabled });
          if (!claimed) return;
          try {
            await writeLook(claimed, await takeLook(claimed, fetch, settings), settings);
          } catch (error) {
            await putAside(claimed, error);
          }
          looked++;
        }
      };
      await Promise.all(Array.from({ length: abreast }, one));
      return ok({ looked });
    },
  });

/** A look that fails on our side says nothing of its source: it is told to the log, and tried again the next day. */
async function putAside({ link, hosts }: Claimed, error: unknown): Promise<void> {
  log.error({ err: error, source: link.sourceId, url: link.url }, "a look at an address failed");
  const soon = new Date(Date.now() + 60_000);
  await inTransaction(async (tx) => {
    await releaseHosts(tx, { hosts }, (before) => ({ nextAt: soon, slowUntil: before?.slowUntil ?? null }));
    const sourceId = SourceId.parse(link.sourceId);
    await tx.sourceLink.updateMany({
      where: { sourceId, url: link.url },
      data: { nextAt: new Date(Date.now() + 86_400_000) },
    });
  });
}
