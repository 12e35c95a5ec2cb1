import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./postgres.mjs";
import { refusingPlainly } from "./refusal.mjs";

/** A development cluster that stays up between runs: prints its owner's URL; make a database of your own in it. */
await refusingPlainly(async () => {
  const cluster = await startPostgres(join(tmpdir(), "imprimatur-dev"), { durable: false });
  console.log(cluster.url("postgres"));
});
