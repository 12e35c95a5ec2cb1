import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { citing, sectionJson, text, words } from "@/server/testing/factories";
import { fill, inOneTransaction } from "@/server/testing/newsroom-sql";
import { useNewsroom } from "@/server/testing/ways";

const room = useNewsroom();
const frozenList = `
  with cited as materialized (select distinct cited_in(body) as id from section where article_id = :article)
  select jsonb_agg(jsonb_build_object('id', reference.id, 'sourceId', source.id, 'record', record)) as list
  from cited join reference on reference.id = cited.id::uuid join source on source.id = source_id`;

test("an article of 100 sections with 2,000 citations of 500 sources is published well within a second", async () => {
  const names = await room.article({ approvedBy: null });
  const references = Array.from({ length: 500 }, () => randomUUID());
  const sections = Array.from({ length: 99 }, (_, section) => {
    const id = randomUUID();
    const cited = Array.from({ length: 20 }, (_, place) => references[(section * 20 + place) % 500] ?? null);
    return {
      id,
      body: sectionJson(
        id,
        cited.flatMap((reference) => [words("A sentence that says something. ".repeat(3)), citing(reference)]),
      ),
    };
  });
  const rows = text(JSON.stringify(sections));
  const ids = sections.map(({ id }) => `'${id}'`).join(",");
  await inOneTransaction(
    room.client(),
    fill(
      `insert into source (id, record, type, title, created_by)
         select id::uuid, jsonb_build_object('type', 'book', 'title', 'A book', 'abstract', repeat('Words. ', 40)), 'book', 'A book', :ada
         from unnest(array[${references.map((id) => `'${id}'`).join(",")}]) as id;
       insert into reference (id, article_id, position, source_id)
         select id, :article, row_number() over (), id from source where id in (${references.map((id) => `'${id}'`).join(",")});
       insert into section (id, article_id, kind, position, body, digest)
         select (part ->> 'id')::uuid, :article, 'section', place + 1, part -> 'body', part ->> 'id'
         from jsonb_array_elements(${rows}) with ordinality as parts(part, place);
       insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections)
         select id, version + 1, 0, '[]', 'imported', :ada, array[${ids}]::uuid[] from article where id = :article;
       update article set version = version + 1 where id = :article`,
      names,
    ),
  );
  await inOneTransaction(room.client(), fill(":approveByBo", names));
  await inOneTransaction(
    room.client(),
    fill(
      `insert into approval (id, article_id, section_id, digest, reviewer_id, review_id, contributors, text_hash, at_version)
         select gen_random_uuid(), article_id, id, digest, :bo, :review, '{}', '', 0 from section where id in (${ids})`,
      names,
    ),
  );
  // The publish command reads the source list before; what is measured here is what the database adds.
  const frozen = await room.client().query(fill(frozenList, names));
  Object.assign(names, { frozen: text(JSON.stringify(frozen.rows[0]?.["list"])) + "::jsonb" });
  const attempts = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const started = performance.now();
    await room.client().query(fill("begin; :publish; set constraints all immediate; rollback", names));
    attempts.push(performance.now() - started);
  }
  await inOneTransaction(room.client(), fill(":publish", names));
  const { rows: published } = await room
    .client()
    .query(fill("select count(*)::int as sections from edition_section where edition_id = :edition", names));
  expect(published).toEqual([{ sections: 101 }]);
  // The best of three, for a machine that has other things to do meanwhile.
  expect(Math.min(...attempts)).toBeLessThan(1000);
});
