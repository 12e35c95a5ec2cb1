import { z } from "zod";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { defaultFinding, FindingSettings } from "@/domain/source/finding-settings";
import type { Notice } from "@/domain/source/notice";
import { noticeIdentities } from "@/domain/source/notice-keys";
import { command } from "@/server/commands/command";
import { db, inTransaction } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { record } from "@/server/db/events";
import { keepNotices } from "@/server/db/notices";
import { recordFrom } from "@/server/db/rows";
import { settingOf } from "@/server/db/settings";
import { dueStandings } from "@/server/db/standings-due";
import { type LookedUp, writeStanding } from "@/server/db/standings";
import { askCrossref, type NoAnswer } from "@/server/finding/crossref-standing";
import type { Fetch } from "@/server/http/fetch";

/**
 * Looks up whether the works that are due were retracted, one after the other, politely. Where Crossref is away it stops
 * and comes back later. `sourceId` is one whose identifiers may have changed.
 */
export const checkStandings = (
  fetch: Fetch,
  { most, pauseMs }: { most: number; pauseMs: number } = { most: 200, pauseMs: 200 },
) =>
  command({
    name: "source.check-standings",
    input: z.strictObject({ sourceId: SourceId.optional() }),
    run: async (actor, { sourceId }) => {
      if (actor.id) return fail({ kind: "forbidden" });
      const { enabled } = await checkingSettings(db);
      const settings = await settingOf(db, "finding", FindingSettings, defaultFinding);
      const due = await dueStandings(db, { most, askedOnly: !enabled, changed: sourceId ?? null });
      let looked = 0;
      for (const one of due) {
        const found = await lookUp(fetch, one, settings);
        await inTransaction(async (tx) => {
          await keepNotices(
            tx,
            found.notices.map((notice) => ({ ...notice, reasons: "" })),
            "crossref",
          );
          const news = await writeStanding(tx, one, found.looked);
          if (news) await record(tx, actor, news);
        });
        looked++;
        if (found.away) break;
        await new Promise((resume) => setTimeout(resume, pauseMs));
      }
      return ok({ looked });
    },
  });

type Found = { notices: Notice[]; looked: LookedUp; away: boolean };

async function lookUp(fetch: Fetch, sourceId: SourceId, settings: FindingSettings): Promise<Found> {
  const { record: kept } = await db.source.findUniqueOrThrow({ where: { id: sourceId }, select: { record: true } });
  const dois = noticeIdentities(recordFrom(kept)).filter(({ scheme }) => scheme === "doi");
  const { base, on } = settings.services.crossref;
  if (dois.length === 0) return unknown("It has no DOI, and Crossref keeps notices by DOI.", 30);
  if (!on) return unknown("Crossref is not asked: it is off in the settings.", 1);
  const notices: Notice[] = [];
  for (const { value } of dois) {
    const answer = await askCrossref(fetch, value, { base, mailto: settings.mailto, timeoutMs: settings.timeoutMs });
    if (!answer.ok)
      return {
        ...unknown(answer.error.reason, daysAfter[answer.error.kind]),
        notices,
        away: answer.error.kind === "unavailable",
      };
    notices.push(...answer.value);
  }
  return { notices, looked: { at: new Date(), nextAt: inDays(7), readable: true, reason: "" }, away: false };
}

const unknown = (reason: string, days: number): Found => ({
  notices: [],
  looked: { at: new Date(), nextAt: inDays(days), readable: false, reason },
  away: false,
});

/** Days until a look-up that came to nothing is tried again. */
const daysAfter: Readonly<Record<NoAnswer["kind"], number>> = { "unknown-work": 30, unavailable: 0.25, unreadable: 3 };

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
