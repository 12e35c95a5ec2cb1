import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { startProduct } from "@/bench/reader/product.mjs";
import { findChromium } from "./chromium.mjs";
import { freePort } from "./ports.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

const paths = process.argv.slice(2);
const categories = ["performance", "accessibility", "best-practices", "seo"];
const runs = 3;

/**
 * `node --import tsx scripts/lighthouse.mjs [path …]`: the built product as Lighthouse sees it on a slow telephone, the middle of three
 * runs. Lighthouse is large and not ours to bring along: `npm install --no-save lighthouse@12` first.
 */
await refusingPlainly(async () => {
  const { default: lighthouse } = await import("lighthouse").catch(() => {
    throw new Refusal("Lighthouse is not here: npm install --no-save lighthouse@12, which downloads nothing else.");
  });
  const folder = mkdtempSync(join(tmpdir(), "imprimatur-lighthouse-"));
  const port = await freePort();
  const stops = [];
  try {
    const product = await startProduct(folder);
    stops.push(product.stop);
    await adopt(product);
    const { path: executablePath, env } = await findChromium();
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
      args: [`--remote-debugging-port=${port}`, "--no-sandbox"],
    });
    stops.push(() => browser.close());
    for (const path of paths.length > 0 ? paths : ["/the-footnote-that-went-nowhere", "/"])
      await judge(lighthouse, product.url + path, port);
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Tells the site its address and bakes, as every start of the product does with its worker: canonical addresses are whole then. */
async function adopt({ env, url }) {
  for (const [name, value] of Object.entries(env)) process.env[name] ??= value;
  const { adoptAddress } = await import("@/server/commands/site/adopt-address");
  const { bakeEverything } = await import("@/server/baking/run");
  const { systemActor } = await import("@/domain/access/policy");
  await adoptAddress.run(systemActor, { baseUrl: url });
  await bakeEverything("lighthouse", "the site has an address");
}

async function judge(lighthouse, url, port) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: categories });
    results.push(lhr);
  }
  const scores = categories.map((name) => {
    const all = results.map(({ categories: judged }) => judged[name].score * 100).sort((a, b) => a - b);
    return [name, all[Math.floor(all.length / 2)]];
  });
  console.log(
    `  ${new URL(url).pathname}: ${scores.map(([name, score]) => `${name} ${Math.round(score)}`).join(", ")}`,
  );
  for (const [name, score] of scores) if (score < 100) tellWhy(results[0], name);
}

function tellWhy(result, category) {
  process.exitCode = 1;
  for (const { id, weight } of result.categories[category].auditRefs) {
    const { score, title, displayValue } = result.audits[id];
    if (weight > 0 && score !== null && score < 1)
      console.log(`    ${category}: ${title} ${displayValue ?? ""} (${id})`);
  }
}
