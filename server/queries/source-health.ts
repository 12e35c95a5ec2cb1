import { type Actor, may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { type LinkState, linkStates } from "@/domain/source/facts";
import { type LinkGroup, linkGroups, linkWords } from "@/domain/source/link-words";
import { atOneMoment, type Tx } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { linkStateFrom } from "@/server/db/link-record";
import { networkState } from "@/server/db/silences";

/** A source that needs somebody, with how many articles cite it. */
export type RottingSource = {
  id: SourceId;
  title: string;
  url: string;
  state: LinkState;
  since: string;
  reason: string;
  archiveUrl: string | null;
  cited: number;
};

/** What is rotting in the library: by state, by host, over time, the worst first, and how the checks themselves stand. */
export type SourceHealth = {
  total: number;
  counts: { state: LinkState; sources: number }[];
  worst: RottingSource[];
  hosts: { host: string; sources: number; lost: number; unknown: number }[];
  trend: ({ day: string } & Record<LinkGroup, number>)[];
  checks: {
    enabled: boolean;
    network: "up" | "down" | "unproven";
    /** Addresses that have not answered in a way that is held against them. */
    silent: number;
    due: number;
    next: string | null;
    last: string | null;
  };
  may: { check: boolean };
};

/** The health of all sources that have an address; null for whoever may not see sources. */
export async function sourceHealth(actor: Actor): Promise<SourceHealth | null> {
  if (!may("source.read", actor)) return null;
  return atOneMoment(async (tx) => {
    const counts = await countsOf(tx);
    return {
      total: counts.reduce((sum, { sources }) => sum + sources, 0),
      counts,
      worst: await worstOf(tx),
      hosts: await hostsOf(tx),
      trend: await trendOf(tx),
      checks: await checksOf(tx),
      may: { check: may("source.check", actor) },
    };
  });
}

async function countsOf(tx: Tx): Promise<SourceHealth["counts"]> {
  const rows = await tx.$queryRaw<{ state: string; sources: number }[]>`
    select l.state, count(*)::int as sources from source_link l
    join source s on s.id = l.source_id and s.merged_into is null group by l.state`;
  const found = new Map(rows.map(({ state, sources }) => [state, sources]));
  return linkStates.map((state) => ({ state, sources: found.get(state) ?? 0 }));
}

const statesIn = (group: LinkGroup): LinkState[] => linkStates.filter((state) => linkWords[state].group === group);

/** At most 50; what most articles cite first, then what has been so for longest. */
async function worstOf(tx: Tx): Promise<RottingSource[]> {
  const rows = await tx.$queryRaw<
    {
      id: string;
      title: string;
      url: string;
      state: string;
      since: Date;
      reason: string;
      archive_url: string | null;
      cited: number;
    }[]
  >`
    select s.id, s.title, l.url, l.state, l.since, l.reason, l.archive_url,
      (select count(distinct article_id)::int from reference
        where reference.source_id = s.id and removed_at is null) as cited
    from source_link l join source s on s.id = l.source_id and s.merged_into is null
    where l.state = any(${statesIn("lost")}::text[])
    order by cited desc, l.since, s.id limit 50`;
  return rows.map(({ id, state, since, archive_url: archiveUrl, ...row }) => ({
    ...row,
    id: SourceId.parse(id),
    state: linkStateFrom(state),
    since: since.toISOString(),
    archiveUrl,
  }));
}

async function hostsOf(tx: Tx): Promise<SourceHealth["hosts"]> {
  return tx.$queryRaw<SourceHealth["hosts"]>`
    select l.host, count(*)::int as sources,
      count(*) filter (where l.state = any(${statesIn("lost")}::text[]))::int as lost,
      count(*) filter (where l.state = any(${statesIn("unknown")}::text[]))::int as unknown
    from source_link l join source s on s.id = l.source_id and s.merged_into is null
    group by l.host having count(*) filter (where l.state <> all(${statesIn("found")}::text[])) > 0
    order by lost desc, unknown desc, l.host limit 12`;
}

/** The last 120 days that were counted. */
async function trendOf(tx: Tx): Promise<SourceHealth["trend"]> {
  const rows = await tx.healthDay.findMany({
    where: { day: { gte: new Date(Date.now() - 120 * 86_400_000) } },
    orderBy: { day: "asc" },
  });
  const days = new Map<string, Record<LinkGroup, number>>();
  for (const row of rows) {
    const day = row.day.toISOString().slice(0, 10);
    const sums = days.get(day) ?? { found: 0, unknown: 0, lost: 0 };
    for (const group of linkGroups) if (linkWords[linkStateFrom(row.state)].group === group) sums[group] += row.sources;
    days.set(day, sums);
  }
  return [...days].map(([day, sums]) => ({ day, ...sums }));
}

async function checksOf(tx: Tx): Promise<SourceHealth["checks"]> {
  const now = new Date();
  const next = await tx.sourceLink.aggregate({ where: { nextAt: { gt: now } }, _min: { nextAt: true } });
  const last = await tx.linkCheck.aggregate({ _max: { at: true } });
  return {
    enabled: (await checkingSettings(tx)).enabled,
    network: await networkState(tx),
    silent: await tx.sourceLink.count({ where: { silentSince: { not: null } } }),
    due: await tx.sourceLink.count({ where: { nextAt: { lte: now } } }),
    next: next._min.nextAt?.toISOString() ?? null,
    last: last._max.at?.toISOString() ?? null,
  };
}
