import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { everything, type LibraryQuestion, librarySorts } from "@/domain/source/library-question";
import { db } from "@/server/db";
import { findInLibrary } from "@/server/db/library/find";
import { hire } from "@/server/testing/people";

/** 6,000 sources, so that the library is sampled: every tenth tells of tolls, every 600th of a lighthouse. */
beforeAll(async () => {
  const ada = await hire("Ada", "editor");
  await db.$executeRaw`
    insert into source (id, record, type, title, year, search, tags, created_by)
    select gen_random_uuid(), jsonb_build_object('type', 'report', 'title', 'Work ' || n), case when n % 3 = 0 then 'book' else 'report' end, 'Work ' || n, 1900 + n % 100,
      'work ' || n || case when n % 10 = 0 then ' tolls' else '' end || case when n % 600 = 0 then ' lighthouse' else '' end,
      case when n % 500 = 0 then array['rare'] else '{}' end, ${ada.id}::uuid
    from generate_series(1, 6000) n`;
  await db.$executeRaw`
    insert into source_link (source_id, url, host, state)
    select id, 'https://x.example/', 'x.example', case when year % 4 = 0 then 'dead' else 'alive' end from source`;
});

const ask = (question: Partial<LibraryQuestion>, page: { after?: string | null; size?: number } = {}) =>
  db.$transaction((tx) => findInLibrary(tx, { ...everything, ...question }, page));
const asked: [Partial<LibraryQuestion>, number][] = [
  [{ q: "lighthouse" }, 10],
  [{ q: "ighthous" }, 10],
  [{ q: "light tol" }, 10],
  [{ tag: "rare" }, 12],
  [{ tag: "rare", type: "book" }, 4],
  [{ from: 1950, to: 1950, type: "book", link: "alive" }, 20],
  [{ q: "nobody" }, 0],
];

test("in a large library what is rare is found and counted to the last", async () => {
  for (const [question, sources] of asked) {
    const found = await ask(question);
    expect([found.ids.length, found.total, found.about.total], JSON.stringify(question)).toEqual([
      sources,
      sources,
      false,
    ]);
  }
});

test("in a large library what is frequent is found page by page with nothing left out, in every order", async () => {
  for (const sort of librarySorts) {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const page = await ask({ q: "tolls", sort }, { after, size: 250 });
      for (const id of page.ids) seen.add(id);
      after = page.next;
    } while (after);
    expect(seen.size, sort).toBe(600);
  }
});

test("counts of a large library are near the truth, and say that they are estimates", async () => {
  const { total, whole, about, choices } = await ask({ link: "dead" });
  expect([whole, about]).toEqual([expect.any(Number), { total: true, choices: true }]);
  expect(Math.abs(total - 1500)).toBeLessThan(300);
  const books = choices.type.find(({ choice }) => choice === "book")?.sources ?? 0;
  expect(Math.abs(books - 500)).toBeLessThan(200);
  const alive = choices.link.find(({ choice }) => choice === "alive")?.sources ?? 0;
  expect(Math.abs(alive - 4500)).toBeLessThan(600);
});
