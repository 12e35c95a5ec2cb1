import pg from "pg";
import { expect, test } from "vitest";
import { fill, inOneTransaction, type Names } from "@/server/testing/newsroom-sql";
import { failureOf, nameOf, useNewsroom } from "@/server/testing/ways";

const room = useNewsroom();
const revoke =
  "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :bo, 'I misread')";
const edit = ":amend; :logByAda; update section set body = :otherBody where id = :section";

/** Two connections of the app, for two people at once. */
async function atOnce(work: (names: Names, one: pg.Client, other: pg.Client) => Promise<void>): Promise<void> {
  const names = await room.article();
  const clients = [0, 1].map(() => new pg.Client({ connectionString: room.database().appUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const [one, other] = clients;
    if (one && other) await work(names, one, other);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const editionsOf = async (names: Names): Promise<number> =>
  (await room.client().query(fill("select number from edition where article_id = :article", names))).rows.length;

/** Returns once a connection waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const { rows } = await room
    .client()
    .query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
  if (rows.length > 0) return;
  await new Promise((resume) => setTimeout(resume, 10));
  return untilSomebodyWaits();
}

test("of two who publish at once one is refused, and there is one edition", async () => {
  await atOnce(async (names, one, other) => {
    const second = { ...names, report: names["fresh"] ?? "", edition: names["fresher"] ?? "" };
    const attempts = await Promise.allSettled([
      inOneTransaction(one, fill(":publish", names)),
      inOneTransaction(other, fill(":publish", second)),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await editionsOf(names)).toBe(1);
  });
});

test("an approval is not taken back while somebody is publishing with it, but afterwards", async () => {
  await atOnce(async (names, publisher, reviewer) => {
    await publisher.query("begin");
    await publisher.query(fill(":judge; :print; :bind", names));
    const revoked = inOneTransaction(reviewer, fill(revoke, names));
    await untilSomebodyWaits();
    await publisher.query(fill(":end", names));
    await publisher.query("commit");
    await revoked;
    expect(await editionsOf(names)).toBe(1);
  });
});

test("whoever publishes while an approval is being taken back is refused once it is", async () => {
  await atOnce(async (names, publisher, reviewer) => {
    await reviewer.query("begin");
    await reviewer.query(fill(revoke, names));
    const published = failureOf(inOneTransaction(publisher, fill(":publish", names)));
    await untilSomebodyWaits();
    await reviewer.query("commit");
    expect(nameOf(await published)).toBe("approval_still_stands");
    expect(await editionsOf(names)).toBe(0);
  });
});

test("whoever publishes while the text is being changed is refused once it is", async () => {
  await atOnce(async (names, publisher, editor) => {
    await editor.query("begin");
    await editor.query(fill(edit, names));
    const published = failureOf(inOneTransaction(publisher, fill(":publish", names)));
    await untilSomebodyWaits();
    await editor.query("commit");
    expect(nameOf(await published)).toBe("edition_was_approved");
  });
});

test("whoever changes the text while it is being published changes the next edition, not this one", async () => {
  await atOnce(async (names, publisher, editor) => {
    await publisher.query("begin");
    await publisher.query(fill(":judge; :print; :bind", names));
    const edited = inOneTransaction(editor, fill(edit.replace(":amend; ", ""), names));
    await untilSomebodyWaits();
    await publisher.query(fill(":end", names));
    await publisher.query("commit");
    await edited;
    const { rows } = await room
      .client()
      .query(
        fill(
          "select body = :body as kept from edition_section where edition_id = :edition and section_id = :section",
          names,
        ),
      );
    expect(rows).toEqual([{ kept: true }]);
  });
});

test("a source is not changed under an article that is being published", async () => {
  await atOnce(async (names, publisher, editor) => {
    await publisher.query("begin");
    await publisher.query(fill(":judge; :print; :bind", names));
    const change = `:logByAda; update source set record = record || '{"title":"Another"}' where id = :source`;
    const edited = inOneTransaction(editor, fill(change, names));
    await untilSomebodyWaits();
    await publisher.query(fill(":end", names));
    await publisher.query("commit");
    await edited;
    const { rows } = await room
      .client()
      .query(fill(`select "references" #>> '{0,record,title}' as title from edition where id = :edition`, names));
    expect(rows).toEqual([{ title: "A book called source" }]);
  });
});

test("of two who open a round at once one is refused", async () => {
  await atOnce(async (names, one, other) => {
    await inOneTransaction(
      one,
      fill("update review set closed_at = now(), outcome = 'withdrawn' where id = :review", names),
    );
    const open = (id: string, number: number) =>
      fill(
        `insert into review (id, article_id, number, submitted_by) values (${id}, :article, ${number}, :ada)`,
        names,
      );
    const attempts = await Promise.allSettled([
      inOneTransaction(one, open(":fresh", 2)),
      inOneTransaction(other, open(":fresher", 3)),
    ]);
    const refused = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [nameOf(attempt.reason)] : []));
    expect(refused).toEqual(["one_open_review_per_article"]);
  });
});
