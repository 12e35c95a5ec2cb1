import { expect } from "vitest";
import { db } from "@/server/db";
import type { Answer, World } from "./world";

/** A state of everything that a world's commands can touch, as hashes; one for each article and one for the rest. */
type Seen = {
  events: number;
  rest: string;
  articles: Record<string, { version: number; rows: string; pages: string; editions: Record<string, string> }>;
};

/**
 * Does one thing and sees that it did what every command must: refused, it changed nothing; granted, it changed something
 * exactly if history says so, raised the version of what it changed by one, and left every edition as it was.
 */
export async function watched(world: World, name: string, act: () => Promise<Answer | null>): Promise<void> {
  const before = await look(world);
  const answer = await act();
  const after = await look(world);
  world.told.push(`${name}: ${answer === null ? "nothing to do" : answer.ok ? "granted" : answer.error.kind}`);
  if (!answer?.ok) return expect(after, name).toEqual(before);
  const changed = JSON.stringify(withoutPages(after)) !== JSON.stringify(withoutPages(before));
  expect(changed, `${name} and history`).toBe(after.events > before.events);
  for (const [id, now] of Object.entries(after.articles)) {
    const then = before.articles[id];
    expect(then).toBeDefined();
    expect(now.editions, `${name}: editions never change`).toMatchObject(then?.editions ?? {});
    const touched = now.rows !== then?.rows;
    expect(now.version - (then?.version ?? 0), `${name}: version`).toBe(touched ? 1 : 0);
  }
}

/** Several people do something at once: what was granted is in history, and editions stay as they were. */
export async function watchedTogether(
  world: World,
  name: string,
  acts: (() => Promise<Answer | null>)[],
): Promise<void> {
  const before = await look(world);
  const answers = await Promise.all(acts.map((act) => act()));
  const after = await look(world);
  world.told.push(
    `${name}: ${answers.map((one) => (one === null ? "-" : one.ok ? "granted" : one.error.kind)).join()}`,
  );
  if (!answers.some((answer) => answer?.ok)) expect(after, name).toEqual(before);
  for (const [id, { editions }] of Object.entries(before.articles))
    expect(after.articles[id]?.editions, `${name}: editions never change`).toMatchObject(editions);
}

/** Baking may draw a page anew that has not changed what anybody wrote. */
const withoutPages = ({ rest, articles }: Seen) => ({
  rest,
  articles: Object.entries(articles).map(([id, { version, rows, editions }]) => [id, version, rows, editions]),
});

const tables =
  "section citation citation_item reference step_batch revision review approval thread waiver gate_report".split(" ");
const others = {
  verdict: "review_id in (select id from review where article_id = a.id)",
  comment: "thread_id in (select id from thread where article_id = a.id)",
  approval_revocation: "approval_id in (select id from approval where article_id = a.id)",
};

const hashOf = (table: string, where: string) =>
  `(select string_agg(md5(t::text), '' order by md5(t::text)) from ${table} t where ${where})`;
const rowsOf = [
  ...tables.map((table) => hashOf(table, "t.article_id = a.id")),
  ...Object.entries(others).map(([table, where]) => hashOf(table, where)),
].join(", ");

async function look(world: World): Promise<Seen> {
  const rows = await db.$queryRawUnsafe<{ id: string; version: number; rows: string; pages: string }[]>(
    `select a.id::text, version, md5(concat_ws('/', to_jsonb(a) - 'version', ${rowsOf})) as rows,
       md5((select string_agg(concat(path, status, etag, edition_id), '/' order by path) from page where article_id = a.id)) as pages
     from article a where id = any ($1::uuid[])`,
    world.articles,
  );
  const editions = await db.$queryRaw<{ id: string; article: string; hash: string }[]>`
    select edition.id::text, article_id::text as article, md5(concat(edition::text,
      (select string_agg(edition_section::text, '/' order by section_id) from edition_section where edition_id = edition.id))) as hash
    from edition where article_id = any (${world.articles}::uuid[])`;
  const [rest] = await db.$queryRaw<{ events: number; hash: string }[]>`
    select (select seq::int from event_head) as events, md5(concat(
      (select string_agg(md5(source::text), '' order by id) from source),
      (select string_agg(md5(source_key::text), '' order by scheme, value) from source_key))) as hash`;
  const editionsOf = (id: string) =>
    Object.fromEntries(editions.filter(({ article }) => article === id).map((one) => [one.id, one.hash]));
  return {
    events: rest?.events ?? -1,
    rest: rest?.hash ?? "",
    articles: Object.fromEntries(rows.map(({ id, ...seen }) => [id, { ...seen, editions: editionsOf(id) }])),
  };
}
