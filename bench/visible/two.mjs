import pg from "pg";
import { freePort } from "@/scripts/ports.mjs";
import { secretsIn } from "@/scripts/secrets.mjs";
import { startWeb, startWorker, stopServer } from "@/scripts/servers.mjs";
import { startProduct } from "@/bench/reader/product.mjs";

/** The product with a second web process and a worker on the same database, and the owner's way into it. */
export async function startTwo(folder) {
  const product = await startProduct(folder);
  const port = await freePort();
  const second = await startWeb({ port, env: product.env, output: "ignore" });
  const worker = startWorker({ env: product.env, output: "ignore" });
  const ownerUrl = ownerOf(folder, product.env);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("listen imprimatur");
  return {
    env: product.env,
    urls: [product.url, `http://127.0.0.1:${port}`],
    ownerUrl,
    owner,
    /** The moment at which the next commit of a publication is heard of here, by what history tells: no page is read for it. */
    committed: () =>
      new Promise((resolve) => {
        const hear = ({ channel, payload }) => {
          if (channel !== "imprimatur" || !/"article\.(?:published|corrected|retracted)"/.test(payload)) return;
          owner.off("notification", hear);
          resolve(performance.now());
        };
        owner.on("notification", hear);
      }),
    stop: async () => {
      await owner.end();
      await stopServer(worker);
      await stopServer(second);
      await product.stop();
    },
  };
}

/** The cluster lies in the folder, and so does its owner's password. */
function ownerOf(folder, env) {
  const url = new URL(env.DATABASE_APP_URL);
  url.username = "imprimatur";
  url.password = secretsIn(folder).postgresPassword;
  return url.href;
}
