import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasWrk, load } from "@/bench/reader/load.mjs";
import { hasNginx, startNginx } from "@/bench/reader/nginx.mjs";
import { startProduct } from "@/bench/reader/product.mjs";
import { hasVarnish, startNginxBefore, startVarnishBefore } from "@/bench/reader/proxies.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

const path = "/the-footnote-that-went-nowhere";
const seconds = Number(process.env.SECONDS) || 4;
const trials = Number(process.env.TRIALS) || 10;
const aim = 0.9;

/**
 * `node --import tsx scripts/behind-proxies.mjs`: the built product with nginx and with Varnish before it, each by the file that
 * is shipped in docs/deploy. How many answers a second as a share of nginx with a static file; how long after a page is
 * committed its new text is seen; what is shown when the product is gone. `SECONDS=4`, `TRIALS=10`.
 */
await refusingPlainly(async () => {
  if (!hasNginx() || !hasWrk() || !hasVarnish())
    throw new Refusal("It needs nginx, varnish and wrk: on Debian, apt-get install nginx varnish wrk.");
  const folder = mkdtempSync(join(tmpdir(), "imprimatur-proxies-"));
  const stops = [];
  try {
    await tryBoth(folder, stops);
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function tryBoth(folder, stops) {
  const product = await startProduct(folder);
  stops.push(product.stop);
  const packed = Buffer.from(await (await ask(product.url, "br")).arrayBuffer());
  const plain = Buffer.from(await (await ask(product.url, "identity")).arrayBuffer());
  const still = await startNginx(folder, { identity: plain, brotli: packed });
  stops.push(still.stop);
  const proxies = [
    ["nginx", await startNginxBefore(folder, product.url)],
    ["varnish", await startVarnishBefore(folder, product.url)],
  ];
  stops.push(...proxies.map(([, { stop }]) => stop));
  const publish = await publisher(product.env);
  for (const [name, { url }] of proxies) {
    const shares = await sharesOf(url, still.url, folder);
    console.log(`  ${name.padEnd(8)} ${told(shares)}`);
    console.log(`  ${name.padEnd(8)} a new text is seen after ${await seenAfter(url, publish)} (${trials} trials)`);
    if (shares.some(({ share }) => share < aim)) process.exitCode = 1;
  }
  await product.end();
  for (const [name, { url }] of proxies) {
    await new Promise((resume) => setTimeout(resume, 6_000));
    const answer = await ask(url, "br");
    console.log(
      `  ${name.padEnd(8)} without the product: ${answer.status}, ${(await answer.arrayBuffer()).byteLength} bytes`,
    );
    if (answer.status !== 200) process.exitCode = 1;
  }
}

function ask(url, encoding) {
  return fetch(url + path, { headers: { "accept-encoding": encoding } });
}

async function sharesOf(url, still, folder) {
  const shares = [];
  for (const [encoding, file] of [
    ["identity", "page.html"],
    ["br", "page.br"],
  ]) {
    const headers = { "Accept-Encoding": encoding };
    const before = load(`${still}/${file}`, seconds, { headers, folder });
    const ours = load(url + path, seconds, { headers, folder });
    const after = load(`${still}/${file}`, seconds, { headers, folder });
    shares.push({
      encoding,
      perSecond: ours.perSecond,
      share: (2 * ours.perSecond) / (before.perSecond + after.perSecond),
    });
  }
  return shares;
}

function told(shares) {
  return shares
    .map(
      ({ encoding, perSecond, share }) => `${encoding} ${perSecond.toFixed(0)}/s, ${share.toFixed(2)} of nginx's file`,
    )
    .join("; ");
}

/** Commits the site's pages with another name, as the job that bakes them does; answers when that was done. */
async function publisher(env) {
  for (const [name, value] of Object.entries(env)) process.env[name] ??= value;
  const { changeSite } = await import("@/server/commands/site/change");
  const { bake } = await import("@/server/commands/publishing/bake");
  const { systemActor } = await import("@/domain/access/policy");
  const { db } = await import("@/server/db");
  const { id, roles } = await db.user.findFirstOrThrow({ where: { roles: { has: "admin" } } });
  const article = await db.article.findFirstOrThrow({ where: { slug: path.slice(1) } });
  return async (name) => {
    const named = await changeSite.run({ id, roles }, { name, tagline: "" });
    const baked = await bake.run(systemActor, { articleId: article.id });
    for (const { ok, error } of [named, baked]) if (!ok) throw new Error(JSON.stringify(error));
    return performance.now();
  };
}

async function seenAfter(url, publish) {
  const took = [];
  for (let trial = 0; trial < trials; trial++) {
    const name = `House ${trial} ${process.pid}`;
    const reading = setInterval(
      () =>
        void ask(url, "identity").then(
          (answer) => answer.arrayBuffer(),
          () => {},
        ),
      20,
    );
    const since = await publish(name);
    while (!(await (await ask(url, "identity")).text()).includes(name)) {
      if (performance.now() - since > 60_000) throw new Error("the new text was never seen");
      await new Promise((resume) => setTimeout(resume, 10));
    }
    clearInterval(reading);
    took.push(performance.now() - since);
  }
  took.sort((a, b) => a - b);
  return `${took[Math.floor(took.length / 2)].toFixed(0)} ms in the middle, ${took.at(-1).toFixed(0)} ms at most`;
}
