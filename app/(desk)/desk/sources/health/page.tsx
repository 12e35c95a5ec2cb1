import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { ChecksStrip } from "@/components/source/checks-strip";
import { HealthCounts } from "@/components/source/health-counts";
import { HealthTrend } from "@/components/source/health-trend";
import { HostList } from "@/components/source/host-list";
import { RottingList } from "@/components/source/rotting-list";
import { SourceTabs } from "@/components/source/source-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { sourceHealth } from "@/server/queries/source-health";

export const metadata: Metadata = { title: "Health of the sources" };

/** What is rotting in the library, and what to do about it. */
export default async function SourceHealthPage() {
  const actor = await requireActor();
  const health = await sourceHealth(actor);
  if (!health) notFound();
  const now = new Date().toISOString();
  return (
    <DeskPage
      title="Sources"
      lead="Whether what the articles rest on is still where they say it is. Unknown is neither a pass nor dead."
    >
      <SourceTabs here="health" mayImport={may("source.import", actor)} />
      {health.total === 0 ? (
        <div className="border-y border-rule">
          <EmptyState title="No source has an address yet">
            As soon as a source has a web address or a DOI it is looked at here, again and again.
          </EmptyState>
        </div>
      ) : (
        <div className="grid gap-11">
          <div className="grid gap-5">
            <ChecksStrip checks={health.checks} now={now} />
            <HealthCounts counts={health.counts} />
          </div>
          <section aria-labelledby="worst">
            <h2 id="worst" className="mb-3 font-serif text-[21px] font-semibold">
              What needs somebody
            </h2>
            <RottingList sources={health.worst} now={now} mayCheck={health.may.check} />
          </section>
          <section aria-labelledby="trend">
            <h2 id="trend" className="mb-3 font-serif text-[21px] font-semibold">
              Over time
            </h2>
            <HealthTrend days={health.trend} />
          </section>
          {health.hosts.length > 0 ? (
            <section aria-labelledby="hosts">
              <h2 id="hosts" className="mb-3 font-serif text-[21px] font-semibold">
                By host
              </h2>
              <HostList hosts={health.hosts} />
            </section>
          ) : null}
        </div>
      )}
    </DeskPage>
  );
}
