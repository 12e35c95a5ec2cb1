import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesAt } from "./reader/bytes.mjs";
import { hasWrk, load, loadHeads } from "./reader/load.mjs";
import { startNextPage } from "./reader/next-page.mjs";
import { hasNginx, startNginx } from "./reader/nginx.mjs";
import { startProduct } from "./reader/product.mjs";

/**
 * An article page from the product's one web process with its threads, as a share of nginx serving the same bytes as a file, and of a page
 * of Next alone; nginx is measured right before and after each. `SECONDS=4` is how long each is loaded, `MINUTES=10` adds a
 * run that watches the memory.
 */
const seconds = Number(process.env.SECONDS) || 4;
const minutes = Number(process.env.MINUTES) || 0;
const aims = { share: 0.4, timesNext: 8, timesP99: 5 };
const path = "/the-footnote-that-went-nowhere";

if (!hasNginx() || !hasWrk()) {
  console.log("  needs nginx and wrk, which are not here: on Debian, apt-get install nginx wrk");
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "imprimatur-bench-"));
const stops = [];
try {
  await bench();
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function bench() {
  const product = await startProduct(folder);
  stops.push(product.stop);
  const page = product.url + path;
  const identity = await bytesAt(page, "identity");
  const brotli = await bytesAt(page, "br");
  const nginx = await startNginx(folder, { identity: identity.body, brotli: brotli.body });
  stops.push(nginx.stop);
  const next = await startNextPage(identity.body.toString("utf8"));
  stops.push(next.stop);
  console.log(`  the page: ${identity.body.length} bytes plain, ${brotli.body.length} in brotli`);
  console.log("                                requests/s   of nginx      p99   of nginx's");

  const known = { "If-None-Match": identity.etag };
  const ours = [
    await compare("plain", [page, {}], [`${nginx.url}/page.html`, {}]),
    await compare("brotli", [page, { headers: { "Accept-Encoding": "br" } }], [`${nginx.url}/page.br`, {}]),
  ];
  await compare("not modified (304)", [page, { headers: known }], [`${nginx.url}/page.html`, {}]);
  await compare("HEAD", [page, { heads: true }], [`${nginx.url}/page.html`, { heads: true }]);
  const static_ = await compare("Next alone, static page", [next.url, {}], [`${nginx.url}/page.html`, {}]);
  const timesNext = ours[0].perSecond / static_.perSecond;
  console.log(`  the product is ${timesNext.toFixed(1)} times a static page of Next alone`);
  if (minutes > 0) await watchMemory(product, page);

  const missed = ours.some(({ share, timesP99 }) => share < aims.share || timesP99 > aims.timesP99);
  if (missed || timesNext < aims.timesNext) process.exitCode = 1;
}

/** One line: ours between two runs of the reference, because the machine's pace wanders. */
async function compare(name, [url, how], [reference, referenceHow]) {
  const run = (target, { heads = false, headers = {} }) =>
    heads ? loadHeads(target, seconds) : load(target, seconds, { headers, folder });
  await run(url, how);
  const before = await run(reference, referenceHow);
  const own = await run(url, how);
  const after = await run(reference, referenceHow);
  const share = own.perSecond / ((before.perSecond + after.perSecond) / 2);
  const timesP99 = own.p99 / ((before.p99 + after.p99) / 2);
  const figures = [own.perSecond.toFixed(0).padStart(10), share.toFixed(2).padStart(10)];
  const late = [`${own.p99.toFixed(2)} ms`.padStart(10), timesP99.toFixed(1).padStart(10)];
  console.log(
    `  ${name.padEnd(28)}${figures.join(" ")} ${late.join(" ")}${own.failed ? `  ${own.failed} FAILED` : ""}`,
  );
  return { perSecond: own.perSecond, share, timesP99 };
}

async function watchMemory(product, page) {
  const seen = [];
  for (let minute = 0; minute < minutes; minute++) {
    load(page, 60, { headers: { "Accept-Encoding": "br" }, folder });
    seen.push(product.memory());
  }
  console.log(`  memory after each minute of load, in MB: ${seen.map((mb) => mb.toFixed(0)).join(" ")}`);
}
