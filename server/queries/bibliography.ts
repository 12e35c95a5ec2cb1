import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { describe } from "@/domain/source/describe";
import { identityKeys, keyText } from "@/domain/source/identity";
import { db } from "@/server/db";
import { recordFrom } from "@/server/db/rows";

/** A bibliography that somebody brought, as its dialog shows it: how far it is, its first entries, and what did not come in. */
export type BroughtFile = {
  id: string;
  name: string;
  format: string;
  articleId: string | null;
  total: number;
  added: number;
  known: number;
  failed: number;
  waiting: number;
  /** How many of the waiting ones the library has, by their identifiers. */
  alreadyThere: number;
  withLeftOut: number;
  first: { key: string | null; line: string }[];
  failures: { key: string | null; line: number; why: string }[];
  duplicates: { key: string | null; sourceId: string; title: string }[];
};

/** Only who brought a file may look at it; null for everybody else. */
export async function bibliography(actor: Actor, id: string): Promise<BroughtFile | null> {
  if (!may("source.import", actor) || !z.uuid().safeParse(id).success) return null;
  const file = await db.bibliography.findUnique({ where: { id } });
  if (!file || file.byId !== actor.id) return null;
  const of = { bibliographyId: id };
  const counts = await db.bibliographyEntry.groupBy({ by: ["outcome"], where: of, _count: true });
  const count = (outcome: string | null): number => counts.find((row) => row.outcome === outcome)?._count ?? 0;
  const waiting = await db.bibliographyEntry.findMany({
    where: { ...of, outcome: null },
    orderBy: { position: "asc" },
    select: { key: true, record: true },
  });
  const records = waiting.flatMap(({ key, record }) => (record === null ? [] : [{ key, record: recordFrom(record) }]));
  const failures = await db.bibliographyEntry.findMany({
    where: { ...of, outcome: "failed" },
    orderBy: { position: "asc" },
    take: 100,
    select: { key: true, line: true, why: true },
  });
  const known = await db.bibliographyEntry.findMany({
    where: { ...of, outcome: "known" },
    orderBy: { position: "asc" },
    take: 100,
    select: { key: true, sourceId: true },
  });
  const titles = new Map(
    (
      await db.source.findMany({
        where: { id: { in: known.flatMap(({ sourceId }) => sourceId ?? []) } },
        select: { id: true, title: true },
      })
    ).map((row) => [row.id, row.title]),
  );
  return {
    id,
    name: file.name,
    format: file.format,
    articleId: file.articleId,
    total: counts.reduce((sum, row) => sum + row._count, 0),
    added: count("added"),
    known: count("known"),
    failed: count("failed"),
    waiting: count(null),
    alreadyThere: await alreadyThere(records.map(({ record }) => identityKeys(record).map(keyText))),
    withLeftOut: await db.bibliographyEntry.count({ where: { ...of, NOT: { leftOut: { isEmpty: true } } } }),
    first: records.slice(0, 8).map(({ key, record }) => ({ key, line: describe(record) })),
    failures: failures.map(({ key, line, why }) => ({ key, line, why: why ?? "" })),
    duplicates: known.flatMap(({ key, sourceId }) =>
      sourceId ? [{ key, sourceId, title: titles.get(sourceId) ?? "" }] : [],
    ),
  };
}

async function alreadyThere(keys: readonly string[][]): Promise<number> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select k.scheme || ':' || k.value as name from source_key k
    where (k.scheme, k.value) in (
      select split_part(name, ':', 1), substr(name, strpos(name, ':') + 1) from unnest(${keys.flat()}::text[]) as asked (name))`;
  const held = new Set(rows.map(({ name }) => name));
  return keys.filter((names) => names.some((name) => held.has(name))).length;
}

/** What of a file did not come in, or not whole, entry by entry with its raw text, for a file to keep. */
export async function bibliographyReport(actor: Actor, id: string): Promise<{ name: string; text: string } | null> {
  if (!may("source.import", actor) || !z.uuid().safeParse(id).success) return null;
  const file = await db.bibliography.findUnique({ where: { id } });
  if (!file || file.byId !== actor.id) return null;
  const rows = await db.bibliographyEntry.findMany({
    where: { bibliographyId: id, OR: [{ outcome: "failed" }, { NOT: { leftOut: { isEmpty: true } } }] },
    orderBy: { position: "asc" },
  });
  const parts = rows.map(
    ({ key, line, why, leftOut, raw }) =>
      `Line ${line}${key ? ` (${key})` : ""}: ${why ?? `left out ${leftOut.join(", ")}`}\n\n${raw}\n`,
  );
  return { name: file.name, text: parts.length > 0 ? parts.join("\n----\n\n") : "Every entry came in whole.\n" };
}
