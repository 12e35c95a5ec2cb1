import { type Actor, may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { bylineOf } from "@/domain/source/byline";
import type { LinkState, StandingState } from "@/domain/source/facts";
import { everything, type LibraryFacet, type LibraryQuestion } from "@/domain/source/library-question";
import type { SourceRecord } from "@/domain/source/record";
import { atOneMoment, type Tx } from "@/server/db";
import { findInLibrary, type LibraryFound } from "@/server/db/library/find";
import { linkStateFrom } from "@/server/db/link-record";
import { recordFrom, standingFrom } from "@/server/db/rows";
import { namesOf } from "./names";

/** A source in the library's list; `usedIn` counts the articles that have it on their lists. */
export type ListedSource = {
  id: SourceId;
  type: SourceRecord["type"];
  title: string;
  /** Who, where, when in one line. */
  byline: string;
  year: number | null;
  usedIn: number;
  /** Null for a source without an address. */
  link: LinkState | null;
  /** Null for a work that is looked up nowhere. */
  standing: StandingState | null;
  lookedAt: string | null;
  tags: string[];
};

/** A choice of a facet with how many sources it would leave; people are named. */
export type LibraryChoice = { choice: string; label: string | null; sources: number };

/** `total` counts what was asked for, `whole` all sources that stand; `about` says which counts are estimates. */
export type Library = Pick<LibraryFound, "total" | "whole" | "about" | "next"> & {
  sources: ListedSource[];
  choices: Record<LibraryFacet, LibraryChoice[]>;
};

/** A page of the library as a question narrows and orders it; null for whoever may not see sources. */
export async function library(
  actor: Actor,
  question: Partial<LibraryQuestion> = {},
  page: { after?: string | null; size?: number } = {},
): Promise<Library | null> {
  if (!may("source.read", actor)) return null;
  return atOneMoment(async (tx) => {
    const { ids, choices, ...found } = await findInLibrary(tx, { ...everything, ...question }, page);
    const people = choices.by.map(({ choice }) => choice);
    const called = await namesOf(tx, people);
    const unnamed = ([facet, list]: [string, LibraryFound["choices"]["by"]]) => [
      facet,
      list.map((one) => ({ ...one, label: facet === "by" ? called(one.choice) : null })),
    ];
    return {
      total: found.total,
      whole: found.whole,
      about: found.about,
      next: found.next,
      sources: await listed(tx, ids),
      choices: Object.fromEntries(Object.entries(choices).map(unnamed)),
    };
  });
}

async function listed(tx: Tx, ids: string[]): Promise<ListedSource[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, s.title, s.record, s.year, s.tags, e.cited, link.state as link, link.checked_at, standing.state as standing
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join source s using (id) join library_entry e on e.source_id = s.id
    left join source_link link on link.source_id = s.id
    left join source_standing standing on standing.source_id = s.id
    order by place`;
  return rows.map((row) => {
    const record = recordFrom(row.record);
    return {
      id: SourceId.parse(row.id),
      type: record.type,
      title: row.title,
      byline: bylineOf(record),
      year: row.year,
      usedIn: row.cited,
      link: row.link === null ? null : linkStateFrom(row.link),
      standing: row.standing === null ? null : standingFrom(row.standing),
      lookedAt: row.checked_at?.toISOString() ?? null,
      tags: row.tags,
    };
  });
}

type Row = {
  id: string;
  title: string;
  record: Parameters<typeof recordFrom>[0];
  year: number | null;
  tags: string[];
  cited: number;
  link: string | null;
  checked_at: Date | null;
  standing: string | null;
};
