import { randomUUID } from "node:crypto";
import type pg from "pg";
import { citing, frontJson, type Inline, jsonb, sectionJson, text, words } from "./factories";

/** The names that a statement of a test may use (`:article`, `:bo`), each with its id or its SQL. */
export type Names = Record<string, string>;

/** What differs in an article from the usual one: the words of its one section, and whether Bo has approved it. */
export type Told = {
  section?: (names: Names) => Inline[];
  /** Further blocks after the section's one paragraph. */
  blocks?: () => Inline[];
  approvedBy?: "bo" | "cy" | null;
};

/** Ada writes, Bo and Cy review, Dan does neither; one source stands in the library. */
export async function openNewsroom(client: pg.Client): Promise<Names> {
  const names = named("ada", "bo", "cy", "dan", "otherSource");
  const people = { ada: "editor,reviewer", bo: "reviewer,editor", cy: "reviewer", dan: "admin" };
  for (const [name, roles] of Object.entries(people))
    await client.query(
      fill(
        `insert into user_account (id, email, name, password_hash, roles)
         values (:${name}, '${names[name]}@example.org', '${name}', '-', '{${roles}}')`,
        names,
      ),
    );
  await client.query(fill(sourceCalled(":otherSource"), names));
  return names;
}

/** An article that Ada wrote along the log, submitted, and had approved: all of it honestly, as the app. */
export async function writeArticle(client: pg.Client, newsroom: Names, told: Told = {}): Promise<Names> {
  const ids = named("article", "front", "section", "source", "reference", "review", "frontApproval", "sectionApproval");
  const names: Names = {
    ...newsroom,
    ...ids,
    ...named("report", "edition", "fresh", "fresher", "nextReview"),
  };
  const inlines = told.section?.(names) ?? [words("Links rot."), citing(names["reference"] ?? null)];
  Object.assign(names, publishing, working, {
    slug: text(`an-article-${names["article"]}`),
    frontBody: jsonb(frontJson(names["front"] ?? "", "Links rot")),
    body: jsonb(sectionJson(names["section"] ?? "", inlines, told.blocks?.() ?? [])),
    otherBody: jsonb(sectionJson(names["section"] ?? "", [words("Nobody read this.")])),
  });
  await inOneTransaction(client, fill(written, names));
  await inOneTransaction(client, fill(submitted, names));
  const reviewer = told.approvedBy === undefined ? "bo" : told.approvedBy;
  if (reviewer) await inOneTransaction(client, fill(approved.replaceAll(":reviewer", `:${reviewer}`), names));
  return names;
}

/** Sends statements as one transaction; an error leaves nothing of it. */
export async function inOneTransaction(client: pg.Client, sql: string): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Puts ids and SQL in the place of `:names`, those inside of them too. */
export function fill(sql: string, names: Names): string {
  return sql.replace(/(?<![:\w]):([a-zA-Z]+)\b/g, (whole, name: string) => {
    const value = names[name];
    if (value === undefined) return whole;
    return /^[0-9a-f-]{36}$/.test(value) ? `'${value}'` : fill(value, names);
  });
}

const named = (...all: string[]): Names => Object.fromEntries(all.map((name) => [name, randomUUID()]));

const sourceCalled = (name: string): string =>
  `insert into source (id, record, type, title, created_by)
   values (${name}, '{"type":"book","title":"A book called ${name.slice(1)}","volume":"1"}', 'book', 'A book', :ada)`;

const written = `
  ${sourceCalled(":source")};
  insert into article (id, slug, digest, owner_id, updated_by) values (:article, :slug, 'text of version 1', :ada, :ada);
  insert into reference (id, article_id, position, source_id) values (:reference, :article, 0, :source);
  insert into section (id, article_id, kind, position, body, digest) values
    (:front, :article, 'front', 0, :frontBody, 'front 1'), (:section, :article, 'section', 1, :body, 'section 1');
  insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections)
    values (:article, 1, 0, '[]', 'created', :ada, array[:front, :section]::uuid[]);
  update article set version = 1, title = 'Links rot' where id = :article`;

const submitted = `
  insert into review (id, article_id, number, submitted_by) values (:review, :article, 1, :ada);
  update article set state = 'in_review', version = version + 1 where id = :article`;

const approved = `
  insert into approval (id, article_id, section_id, digest, reviewer_id, review_id, contributors, text_hash, at_version)
  values (:frontApproval, :article, :front, 'front 1', :reviewer, :review, '{}', '', 0),
    (:sectionApproval, :article, :section, 'section 1', :reviewer, :review, '{}', '', 0);
  update article set state = 'approved', version = version + 1 where id = :article`;

/** The statements of publishing, in the order of the publish command. */
const publishing: Names = {
  judge: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
    select :report, id, digest, 0, '1', '[]', '[]' from article where id = :article`,
  frozen: `(select coalesce(jsonb_agg(jsonb_build_object('id', reference.id, 'sourceId', source.id, 'record', source.record)), '[]')
    from reference join source on source.id = source_id
    where article_id = :article and removed_at is null and exists (select from section
      where section.article_id = :article and deleted_at is null and reference.id::text in (select cited_in(body))))`,
  print: `insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, digest, gate_report_id, "references", published_by)
    select :edition, id, 1, 'first', slug, 'Links rot', '', 'Ada Editor', digest, :report, :frozen, :ada
    from article where id = :article`,
  bare: `insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
    select :edition, section.id, section.article_id, position, kind, body, section.digest, approval.id, reviewer_id
    from section join approval on section_id = section.id and approval.digest = section.digest
    where section.article_id = :article and deleted_at is null`,
  bind: ":bare; :receipt",
  receipt: `insert into signing_key (id, public) values (rpad('', 43, 'k'), 'nobody') on conflict do nothing;
    insert into receipt (edition_id, article_id, sha256, previous, key_id, text)
    select id, article_id, encode(sha256(convert_to(said, 'UTF8')), 'hex'), previous, key, said
    from (select edition.id, edition.article_id, before.sha256 as previous, signs.id as key, jsonb_build_object('receipt', jsonb_build_object(
        'key', signs.id, 'previous', before.sha256,
        'edition', jsonb_build_object('id', edition.id, 'digest', edition.digest)))::text as said
      from edition join signing_key signs on signs.retired_at is null
      left join lateral (select sha256 from receipt join edition older on older.id = edition_id
        where older.article_id = edition.article_id and older.number < edition.number order by older.number desc limit 1) as before on true
      where edition.article_id = :article and not exists (select from receipt where edition_id = edition.id)) as due`,
  end: `update review set closed_at = now(), outcome = 'published' where article_id = :article and closed_at is null;
    update article set state = 'writing', live_edition_id = :edition, version = version + 1 where id = :article`,
  publish: ":judge; :print; :bind; :end",
  judgeAgain: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
    select :fresh, id, digest, 0, '1', '[]', '[]' from article where id = :article`,
  bindAgain: `insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
    select :fresher, section_id, article_id, position, kind, body, digest, approval_id, approved_by
    from edition_section where edition_id = :edition; :receipt`,
};

/** What people do honestly between two attempts: a logged change by Ada or Bo, a new round of approval by Bo or Cy. */
const working: Names = {
  amend: "update article set state = 'in_review', version = version + 1 where id = :article",
  logByAda: logBy(":ada"),
  logByBo: logBy(":bo"),
  approveByBo: approved.replaceAll(":reviewer", ":bo"),
  nextRound: `insert into review (id, article_id, number, submitted_by) values (:nextReview, :article, 2, :ada);
    update article set state = 'in_review', version = version + 1 where id = :article;
    update article set state = 'approved', version = version + 1 where id = :article`,
  approveByCy: approved
    .replaceAll(":reviewer", ":cy")
    .replace(":frontApproval", ":fresh")
    .replace(":sectionApproval", ":fresher"),
};

function logBy(author: string): string {
  return `select from article where id = :article for update;
    insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections)
    select id, version + 1, 0, '[]', 'steps', ${author}, array[:front, :section]::uuid[] from article where id = :article;
    update article set version = version + 1 where id = :article`;
}
