import pg from "pg";

/**
 * The least that a change has to take to be known to two others: one row of a page's size written and told of by NOTIFY
 * in a transaction, and both who LISTEN have read it. Answers how to take one such trip, in milliseconds, and how to end.
 */
export async function bareTrips(ownerUrl) {
  const [writer, ...readers] = await Promise.all([1, 2, 3].map(() => connected(ownerUrl)));
  await writer.query("create table if not exists bare_trip (number int primary key, body bytea not null)");
  for (const reader of readers) await reader.query("listen bare_trip");
  const body = Buffer.alloc(30_000, "page ");
  let number = 0;

  async function trip() {
    number += 1;
    const read = readers.map(
      (reader) =>
        new Promise((resolve, reject) => {
          reader.once("notification", () =>
            reader.query("select body from bare_trip where number = $1", [number]).then(resolve, reject),
          );
        }),
    );
    const begun = performance.now();
    await writer.query("begin");
    await writer.query("insert into bare_trip values ($1, $2)", [number, body]);
    await writer.query("select pg_notify('bare_trip', '')");
    await writer.query("commit");
    await Promise.all(read);
    return performance.now() - begun;
  }
  return { trip, end: () => Promise.all([writer, ...readers].map((client) => client.end())) };
}

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  // Where the benchmark fails its cluster ends before these do.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
