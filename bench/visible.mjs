import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bareTrips } from "./visible/bare.mjs";
import { Figures } from "./visible/figures.mjs";
import { startTwo } from "./visible/two.mjs";
import { watch } from "./visible/watch.mjs";

/**
 * How long it takes until a publication is seen on each of two web processes: updates, new articles and retractions through the
 * command door while readers ask both processes for the page every few milliseconds; and with the news of it missed. `TRIALS=500`
 * is how many. Beside it, in the same run: the least that a row, NOTIFY and LISTEN take.
 */
const trials = Number(process.env.TRIALS) || 500;
const aims = { seen: 500, missed: 2_000 };
/** So many articles are changed in turn; all of them are on the front page. */
const pool = Math.min(20, Math.ceil(trials / 5));

/** Of ten trials six are updates; two of which nobody hears, a new article and its retraction make it whole. */
const kinds = [
  "new",
  "update",
  "update",
  "update",
  "connection cut",
  "update",
  "update",
  "not told",
  "update",
  "retraction",
];

const nothing = { over: async () => {}, after: async () => {} };

const folder = mkdtempSync(join(tmpdir(), "imprimatur-visible-"));
const product = await startTwo(folder);
try {
  await bench();
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

async function bench() {
  Object.assign(process.env, product.env, { NODE_ENV: "production" });
  const { openNewsroom } = await import("./visible/newsroom.mjs");
  const { partsOfPublishing } = await import("./visible/parts.mjs");
  const newsroom = await openNewsroom(product.urls[0]);
  const bare = await bareTrips(product.ownerUrl);
  const figures = new Figures();
  const articles = [];
  for (let at = 0; at < pool; at++) {
    const article = await newsroom.write(`Harbour ${at}`);
    await (await newsroom.readyToPublish(article))();
    articles.push(article);
  }
  let pier = null;
  for (let trial = 0; trial < trials; trial++) {
    const kind = kinds[trial % kinds.length];
    figures.bare(await bare.trip());
    if (kind === "retraction") {
      await measured(figures, kind, pier, { click: () => newsroom.retract(pier), ...gone(pier.title) });
      continue;
    }
    const title = `Harbour, turn ${trial} of the tide`;
    const article = kind === "new" ? await newsroom.write(title) : articles[trial % pool];
    if (kind === "new") pier = { ...article, title };
    else await newsroom.change(article, title);
    await measured(figures, kind, article, { click: await newsroom.readyToPublish(article), ...there(title) });
  }
  await bare.end();
  figures.print(aims);
  const parts = (await partsOfPublishing(articles[0])).map(([name, took]) => `${name} ${took.toFixed(0)}`);
  console.log(`  parts of publishing in ms: ${parts.join(", ")}; the rest is rows, receipt, history and commit`);
}

/** How a page and the front page come to look when a title is published, and when it is retracted. */
function there(title) {
  return {
    isSeen: (status, text) => status === 200 && text.includes(title),
    isListed: (text) => text.includes(title),
  };
}
function gone(title) {
  return {
    isSeen: (_, text) => text.includes("Retracted on"),
    isListed: (text) => !text.includes(title),
  };
}

/** One trial: readers ask both processes for the page and the front page from before the click until both show it. */
async function measured(figures, kind, { path }, { click, isSeen, isListed }) {
  const missed = await miss(kind);
  const watched = (page, isNew) => product.urls.map((url) => watch(url, page, isNew));
  const pages = watched(path, isSeen);
  const fronts = watched("/", (_, text) => isListed(text));
  const heard = product.committed();
  const clicked = performance.now();
  await click();
  const answered = performance.now();
  await missed.over();
  const committed = await heard;
  const [seen, listed] = [await Promise.all(pages), await Promise.all(fronts)];
  await missed.after();
  figures.add(kind, { clicked, committed, answered, seen, listed });
}

/** Takes away from both processes what they hear news by: their connections, until the command is done, or the telling itself. */
async function miss(kind) {
  if (kind === "connection cut") {
    const cut = () =>
      product.owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'imprimatur listen' and datname = current_database()",
      );
    await cut();
    let isOver = false;
    const cutting = (async () => {
      for (; !isOver; await pause(25)) await cut();
    })();
    const over = () => {
      isOver = true;
      return cutting;
    };
    return { ...nothing, over };
  }
  if (kind !== "not told") return nothing;
  await product.owner.query("alter table page disable trigger page_is_told");
  return { ...nothing, after: () => product.owner.query("alter table page enable trigger page_is_told") };
}
