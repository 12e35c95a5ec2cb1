import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { dataFolder, root } from "./folders.mjs";
import { ensureInstalled } from "./install.mjs";
import { freePort } from "./ports.mjs";
import { during } from "./progress.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

const pictures = join(root, "docs", "images");
const editor = "mara@newsroom.example";
const blocked = "A New Year’s Speech, and the Chips Behind It";
const published = "/the-footnote-that-went-nowhere";
const mostBytes = 300_000;
const look = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, colorScheme: "light", locale: "en-GB" };

/** `npm run screenshots`: the pictures of the README, from the running product with its seeded newsroom, else from one that is started for it. */
await refusingPlainly(async () => {
  await ensureInstalled({ development: true });
  const product = (await runningProduct()) ?? (await during("starting the product", startProduct));
  const browser = await openBrowser();
  try {
    mkdirSync(pictures, { recursive: true });
    await during("the page", () => drawPage(browser, product.address));
    await during("the desk", () => drawDesk(browser, product.address));
  } finally {
    await browser.close();
    await product.stop();
  }
});

/** What runs from this folder already, by the note that `npm start` leaves there. */
async function runningProduct() {
  const note = join(dataFolder, "running.json");
  if (!existsSync(note)) return null;
  const { address } = JSON.parse(readFileSync(note, "utf8"));
  const answer = await fetch(address).catch(() => null);
  return answer && { address, stop: async () => {} };
}

async function startProduct() {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], { cwd: root, env });
  let output = "";
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      output += chunk;
      if (output.includes("Ctrl-C stops it.")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Refusal(`The product did not start:\n${output}`)));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  return { address: `http://localhost:${port}`, stop };
}

async function openBrowser() {
  const { chromium } = await import("@playwright/test");
  const { path, env } = await findChromium();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args });
}

async function drawPage(browser, address) {
  const page = await browser.newPage({ ...look, timezoneId: "UTC" });
  const answer = await page.goto(address + published);
  if (answer?.status() !== 200) throw new Refusal(`${published} is not published here: the seeded newsroom is needed.`);
  await page.getByRole("link", { name: "1", exact: true }).first().hover();
  await page.getByRole("note").waitFor();
  await save(page, "page.png");
}

async function drawDesk(browser, address) {
  const page = await browser.newPage({ ...look, timezoneId: "UTC" });
  await page.goto(`${address}/sign-in?next=${encodeURIComponent("/desk?show=all")}`);
  await page.getByLabel("E-mail").fill(editor);
  await page.getByLabel("Password").fill(passwordOf(editor));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: blocked }).first().click();
  const next = page.getByRole("button", { name: /^Next/ });
  const search = page.getByRole("combobox", { name: "Find or paste a source" });
  // The first blocker may be one without a search, such as a missing byline.
  for (let tries = 0; tries < 5 && !(await search.isVisible()); tries += 1) {
    await next.click();
    await page.waitForTimeout(500);
  }
  await search.fill("address");
  const hits = page.getByRole("listbox", { name: "Sources" }).getByRole("option");
  await hits.filter({ hasText: "Ascend" }).waitFor({ state: "detached" });
  await save(page, "desk.png");
}

/** As made on this install; a person who changed it is asked for a fresh newsroom. */
function passwordOf(email) {
  const file = join(dataFolder, "people.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (!known[email])
    throw new Refusal(`${file} has no password of ${email}: the pictures need the newsroom of a fresh install.`);
  return known[email];
}

async function save(page, name) {
  const path = join(pictures, name);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Refusal(`${name} has ${size} bytes; a README's picture has at most ${mostBytes}.`);
  console.log(`  docs/images/${name}, ${Math.round(size / 1000)} kB`);
}
