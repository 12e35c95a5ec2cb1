import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bytesAt } from "@/bench/reader/bytes.mjs";
import { hasWrk, load } from "@/bench/reader/load.mjs";
import { hasNginx, startNginx } from "@/bench/reader/nginx.mjs";
import { startProduct } from "@/bench/reader/product.mjs";
import { hasVarnish, startNginxBefore, startVarnishBefore } from "@/bench/reader/proxies.mjs";
import { freePort } from "./ports.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

const path = "/the-footnote-that-went-nowhere";
const seconds = Number(process.env.SECONDS) || 4;
const trials = Number(process.env.TRIALS) || 10;
const choices = 150;
const aim = 0.9;

/**
 * `node --import tsx scripts/behind-proxies.mjs`: the built product with nginx and with Varnish before it, each by the file that
 * is shipped in docs/deploy. How many answers a second as a share of nginx with a static file, the middle of five rounds;
 * how long after a page is committed its new text is seen, also by a cache that is not told; whether a form that one reader
 * chose is ever shown to another; what is shown when the product is gone. `SECONDS=4`, `TRIALS=10`.
 */
await refusingPlainly(async () => {
  if (!hasNginx() || !hasWrk() || !hasVarnish())
    throw new Refusal(
      "It needs nginx with cache_purge, varnish and wrk: on Debian, apt-get install nginx libnginx-mod-http-cache-purge varnish wrk.",
    );
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
  const [nginxPort, varnishPort, untoldPort] = [await freePort(), await freePort(), await freePort()];
  const told = [nginxPort, varnishPort].map((port) => `http://127.0.0.1:${port}`).join(",");
  const product = await startProduct(folder, { PURGE_CACHES: told });
  stops.push(product.stop);
  const still = await startNginx(folder, await formsOf(product.url));
  stops.push(still.stop);
  const proxies = [
    ["nginx", await startNginxBefore(folder, product.url, nginxPort)],
    ["varnish", await startVarnishBefore(folder, product.url, varnishPort)],
  ];
  const untold = await startNginxBefore(folder, product.url, untoldPort);
  stops.push(untold.stop, ...proxies.map(([, { stop }]) => stop));
  const publish = await publisher(product.env);
  for (const [name, { url }] of proxies) {
    const shares = sharesOf(url, still.url, folder);
    console.log(`  ${name.padEnd(8)} ${inWords(shares)}`);
    console.log(`  ${name.padEnd(8)} a new text is seen after ${await seenAfter(url, publish)} (${trials} trials)`);
    const wrong = await wronglyChosen(url);
    console.log(`  ${name.padEnd(8)} ${wrong} of ${4 * choices} answers in a form that another reader chose`);
    if (wrong > 0 || shares.some(({ share }) => share < aim)) process.exitCode = 1;
  }
  console.log(`  untold   a new text is seen after ${await seenAfter(untold.url, publish)} (${trials} trials)`);
  await product.end();
  for (const [name, { url }] of proxies) {
    await pause(6_000);
    const answer = await ask(url, "br");
    console.log(
      `  ${name.padEnd(8)} without the product: ${answer.status}, ${(await answer.arrayBuffer()).byteLength} bytes`,
    );
    if (answer.status !== 200) process.exitCode = 1;
  }
}

/** The page's bytes as they travel, plain and packed. */
async function formsOf(url) {
  const [identity, brotli] = await Promise.all(["identity", "br"].map((encoding) => bytesAt(url + path, encoding)));
  return { identity: identity.body, brotli: brotli.body };
}

function ask(url, encoding) {
  return fetch(url + path, { headers: { "accept-encoding": encoding } });
}

function sharesOf(url, still, folder) {
  return [
    ["identity", "page.html"],
    ["br", "page.br"],
  ].map(([encoding, file]) => {
    const headers = { "Accept-Encoding": encoding };
    const rounds = Array.from({ length: 5 }, () => {
      const before = load(`${still}/${file}`, seconds, { headers, folder });
      const ours = load(url + path, seconds, { headers, folder });
      const after = load(`${still}/${file}`, seconds, { headers, folder });
      const share = (2 * ours.perSecond) / (before.perSecond + after.perSecond);
      return { encoding, perSecond: ours.perSecond, share };
    });
    rounds.sort((one, other) => one.share - other.share);
    return { ...rounds[2], least: rounds[0].share, most: rounds[4].share };
  });
}

function inWords(shares) {
  return shares
    .map(
      ({ encoding, perSecond, share, least, most }) =>
        `${encoding} ${perSecond.toFixed(0)}/s, ${share.toFixed(2)} of nginx's file (${least.toFixed(2)} to ${most.toFixed(2)})`,
    )
    .join("; ");
}

/** Readers of the page, of BibTeX and of JSON at one address and at once: how many were shown another's form. */
async function wronglyChosen(url) {
  const wanted = ["text/html", "application/x-bibtex", "application/json", "text/html"];
  let wrong = 0;
  for (let round = 0; round < choices; round++) {
    const types = await Promise.all(wanted.map((accept) => typeAt(url, accept)));
    wrong += types.filter((type, at) => type !== wanted[at]).length;
    await pause(20);
  }
  return wrong;
}

async function typeAt(url, accept) {
  const answer = await fetch(url + path, { headers: { accept } });
  await answer.arrayBuffer();
  return answer.headers.get("content-type").replace(/;.*/, "");
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
      await pause(10);
    }
    clearInterval(reading);
    took.push(performance.now() - since);
  }
  took.sort((a, b) => a - b);
  return `${took[Math.floor(took.length / 2)].toFixed(0)} ms in the middle, ${took.at(-1).toFixed(0)} ms at most`;
}
