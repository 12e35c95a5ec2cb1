import { z } from "zod";
import { linkStates, standingStates } from "@/domain/source/facts";
import type { LibraryQuestion, LibrarySort } from "@/domain/source/library-question";
import { Prisma } from "@/server/db/generated/client";
import { readCursor } from "@/server/db/paging";

type Order = {
  /** What lines are ordered by before their ids, in the direction of both. */
  by: Prisma.Sql;
  direction: Prisma.Sql;
  /** What a page goes on from, where it came back from a browser. */
  key: z.ZodType<string | number>;
  /** How a key is written in SQL. */
  cast: Prisma.Sql;
};

const [up, down] = [Prisma.sql`asc`, Prisma.sql`desc`];
const [text, whole, moment] = [
  z.string().regex(/^[^\0]*$/u),
  z.int().min(-32_768).max(2_147_483_647),
  z.iso.datetime(),
];

const orders: Readonly<Record<LibrarySort, Order>> = {
  title: { by: Prisma.sql`e.title`, direction: up, key: text, cast: Prisma.sql`text` },
  newest: { by: Prisma.sql`e.added_at`, direction: down, key: moment, cast: Prisma.sql`timestamptz` },
  cited: { by: Prisma.sql`e.cited`, direction: down, key: whole, cast: Prisma.sql`integer` },
  looked: { by: Prisma.sql`e.looked_at`, direction: up, key: moment, cast: Prisma.sql`timestamptz` },
  health: { by: Prisma.sql`e.health`, direction: down, key: whole.max(32_767), cast: Prisma.sql`smallint` },
};

/** The order of a question in SQL, and the condition that goes on behind a cursor; one that is not ours begins anew. */
export function orderOf({ sort }: LibraryQuestion, after: string | null) {
  const { by, direction, key, cast } = orders[sort];
  const from = readCursor(z.tuple([z.literal(sort), key, z.uuid()]), after);
  const beyond = from
    ? Prisma.sql`(${by}, e.source_id) ${sort === "title" || sort === "looked" ? Prisma.sql`>` : Prisma.sql`<`}
        (${from[1]}::${cast}, ${from[2]}::uuid)`
    : Prisma.sql`true`;
  return { by, beyond, ordered: Prisma.sql`${by} ${direction}, e.source_id ${direction}` };
}

/** Where a page ended, as its key comes from the database. */
export const keyOf = (value: unknown): string | number =>
  value instanceof Date ? value.toISOString() : typeof value === "number" ? value : String(value);

/**
 * Bounds on what a question is ordered by that follow from what it is narrowed by, so that a walk along the order begins
 * where the first line can be.
 */
export function boundsOf({ sort, used, link, standing }: LibraryQuestion): Prisma.Sql {
  if (sort === "cited" && used !== null) return used === "yes" ? Prisma.sql`e.cited > 0` : Prisma.sql`e.cited = 0`;
  if (sort !== "health" || (link === null && standing === null)) return Prisma.sql`true`;
  return Prisma.sql`e.health = any(array(select distinct greatest(health_of_link(l), health_of_work(w))
    from unnest(${link === null ? [...linkStates] : [link]}::text[]) l, unnest(${standing === null ? [...standingStates] : [standing]}::text[]) w))`;
}
