import type { Page } from "@playwright/test";
import { bring, bringClean, draftOf, reportOn, unheard } from "./articles";
import { BlockerPath } from "./blocker-path";
import { foot, manuscript, openDraft, outline, untilSaved, writeBehind } from "./manuscript";
import { expect, test } from "./newsroom";

const headings = (page: Page) => manuscript(page).getByRole("heading", { level: 2 });

test("what is typed is saved within a moment and is there after a reload", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const id = await bringClean(mara, unheard("Saved while written"));
  await openDraft(page, id);
  await writeBehind(page, "Freight has", " It is kept by hand.");
  await untilSaved(page);
  expect((await draftOf(id)).manuscript.document.textContent).toContain("It is kept by hand.");
  await page.reload();
  await expect(manuscript(page)).toContainText("Freight has a count of its own. It is kept by hand.");
});

test("undo takes back what one wrote, and redo brings it again", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const id = await bringClean(mara, unheard("Taken back"));
  await openDraft(page, id);
  await writeBehind(page, "Freight has", " A word too many.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(manuscript(page)).not.toContainText("A word too many.");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(manuscript(page)).toContainText("A word too many.");
  await page.getByRole("button", { name: "Undo" }).click();
  await untilSaved(page);
  await expect.poll(async () => (await draftOf(id)).manuscript.document.textContent).not.toContain("A word too many.");
});

test("words that were selected by keys this moment become a link", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  await openDraft(page, await bringClean(mara, unheard("Linked by keys")));
  await writeBehind(page, "Freight has", " See the tide tables");
  for (let letter = 0; letter < "tide tables".length; letter++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("https://tides.example/tables");
  await page.keyboard.press("Enter");
  await expect(manuscript(page).locator("a[href='https://tides.example/tables']")).toHaveText("tide tables");
  await untilSaved(page);
});

test("two people write in one text at once, see each other, and both texts become one", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const bo = await hire("Bo Lindgren", "editor");
  const id = await bringClean(mara, unheard("Written by two"));
  await openDraft(mara.page, id);
  await openDraft(bo.page, id);
  await expect(mara.page.getByText("2 people here")).toBeVisible();
  await expect(mara.page.getByRole("banner").getByRole("img", { name: "Bo Lindgren" })).toBeVisible();

  await Promise.all([
    writeBehind(mara.page, "Freight has", " Mara counted it."),
    writeBehind(bo.page, "The harbour office counts", " Bo went there."),
  ]);
  for (const { page } of [mara, bo]) {
    await expect(manuscript(page)).toContainText("Mara counted it.");
    await expect(manuscript(page)).toContainText("Bo went there.");
    await untilSaved(page);
  }
  expect(await manuscript(mara.page).innerText()).toBe(await manuscript(bo.page).innerText());
  await bo.page.close();
  await expect(mara.page.getByText("2 people here")).toBeHidden();
});

test("a workspace opened just as somebody comments shows the comment, though its stream began after it", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const bo = await hire("Bo Lindgren", "reviewer");
  const id = await bringClean(mara, unheard("Opened just then"));
  const commented = deferred();
  await mara.context.route(/\/stream\?since=/, async (route) => {
    await commented.promise;
    await route.continue();
  });
  await openDraft(mara.page, id);
  await mara.page.getByRole("tab", { name: "Comments" }).click();
  await expect(mara.page.getByText("No open comments.")).toBeVisible();
  const sectionId = (await draftOf(id)).sections[1]?.id;
  const anchor = { exact: "Ferries still run.", prefix: "", suffix: "" };
  await bo.send("thread.open", { articleId: id, sectionId, anchor, body: "Do they?" });
  commented.resolve();
  await expect(mara.page.getByRole("complementary", { name: "Panel" }).getByText("Do they?")).toBeVisible();
});

test("without a connection the changes are kept and counted, and saved once it is back", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page, context } = mara;
  const id = await bringClean(mara, unheard("Written in a tunnel"));
  await openDraft(page, id);
  await untilSaved(page);
  await context.setOffline(true);
  await writeBehind(page, "Freight has", " Sent from the tunnel.");
  await expect(foot(page)).toHaveText(/Offline: \d+ changes kept/);
  expect((await draftOf(id)).manuscript.document.textContent).not.toContain("tunnel.");
  await context.setOffline(false);
  await untilSaved(page);
  expect((await draftOf(id)).manuscript.document.textContent).toContain("Sent from the tunnel.");
});

test("what the server never said yes to is in the browser still, and goes back into the text after a crash", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page, context } = mara;
  const id = await bringClean(mara, unheard("Written into a fall"));
  await openDraft(page, id);
  await writeBehind(page, "The count covers", " This was acknowledged.");
  await untilSaved(page);
  await context.route("**/api/commands/article.save-steps", (route) => route.abort());
  await writeBehind(page, "Freight has", " This was not.");
  await expect(foot(page)).toHaveText(/Offline: \d+ changes kept/);
  await page.close();
  await context.unroute("**/api/commands/article.save-steps");

  const again = await context.newPage();
  await openDraft(again, id);
  await expect(manuscript(again)).toContainText("This was acknowledged.");
  await expect(again.getByText(/kept in this browser and (is|are) back in the text/)).toBeVisible();
  await expect(manuscript(again)).toContainText("This was not.");
  await untilSaved(again);
  const saved = (await draftOf(id)).manuscript.document.textContent;
  expect(saved).toContain("This was acknowledged.");
  expect(saved.split("This was not.")).toHaveLength(2);
});

test("changes made on an older version are carried over what others saved meanwhile", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const bo = await hire("Bo Lindgren", "editor");
  const id = await bringClean(mara, unheard("Written on an old copy"));
  await openDraft(mara.page, id);
  await untilSaved(mara.page);
  await mara.context.setOffline(true);
  await writeBehind(mara.page, "Freight has", " Mara was away.");
  await expect(foot(mara.page)).toHaveText(/Offline/);
  await openDraft(bo.page, id);
  await writeBehind(bo.page, "The harbour office counts", " Bo went on.");
  await untilSaved(bo.page);
  await mara.context.setOffline(false);
  await expect(manuscript(mara.page)).toContainText("Bo went on.", { timeout: 20_000 });
  await untilSaved(mara.page);
  await expect(manuscript(bo.page)).toContainText("Mara was away.");
});

test("a section is added, renamed, moved by keyboard, deleted and restored from the outline", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const id = await bringClean(mara, unheard("Put in order"));
  await openDraft(page, id);
  await outline(page).getByRole("button", { name: "Add a section" }).click();
  await page.keyboard.type("What comes next");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A bridge, perhaps.");
  await expect(headings(page)).toHaveText(["", "What is counted", "What is left out", "What comes next"]);

  const row = (name: string) => outline(page).getByRole("row", { name });
  await row("What is left out").hover();
  await page.getByRole("button", { name: "Rename What is left out" }).click();
  await page.getByRole("textbox", { name: "Heading" }).fill("What is not");
  await page.keyboard.press("Enter");
  await expect(headings(page)).toHaveText(["", "What is counted", "What is not", "What comes next"]);

  await page.getByRole("button", { name: "Move What comes next up" }).press("Enter");
  await expect(headings(page)).toHaveText(["", "What is counted", "What comes next", "What is not"]);

  await row("What is counted").hover();
  await page.getByRole("button", { name: "Delete What is counted" }).click();
  await expect(headings(page)).toHaveText(["", "What comes next", "What is not"]);
  await untilSaved(page);
  await page.reload();
  await outline(page).getByText("Deleted sections (1)").click();
  await outline(page).getByRole("button", { name: "Restore What is counted" }).click();
  await expect(manuscript(page)).toContainText("The count covers every crossing with passengers");
  await untilSaved(page);
  await expect.poll(async () => (await draftOf(id)).manuscript.document.textContent).toContain("The count covers");
});

test("a source of the library is cited at the cursor by keyboard alone, and one writes on behind it", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const shelf = unheard("On the shelf");
  await bringClean(mara, shelf);
  const title = unheard("Cited from the shelf");
  const id = await bringClean(mara, title);
  await openDraft(page, id);
  await expect(page).toHaveTitle(`${title} · Imprimatur`);
  await writeBehind(page, "Freight has", " It is new");
  await page.keyboard.press("ControlOrMeta+Shift+c");
  const search = page.getByRole("combobox", { name: "Find or paste a source" });
  await expect(search).toBeFocused();
  await page.keyboard.type(shelf);
  await page.keyboard.press("Enter");
  await expect(manuscript(page)).toBeFocused();
  await page.keyboard.type(", they say.");
  await expect(manuscript(page).getByText(/It is new.*, they say\./)).toBeVisible();
  await untilSaved(page);
  const { manuscript: saved } = await draftOf(id);
  expect(saved.references.map(({ source }) => source?.record.title)).toContain(reportOn(shelf).title);
});

test("a source is made by keyboard, its refused address corrected, and a search without a connection says so", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page, context } = mara;
  const title = unheard("Made by hand");
  const text = `# ${title}\n\nBy Mara Eklund\n\nThe ferry is full [1].\n\n## Sources\n\n1. The port office.\n`;
  await openDraft(page, await bring(mara, text));
  const { panel, card } = new BlockerPath(page);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(card.getByRole("button", { name: "Make a source of this line" })).toBeFocused();
  await page.keyboard.press("Enter");
  const name = card.getByLabel("Title", { exact: true });
  await expect(name).toBeFocused();
  await name.fill(title);
  await card.getByLabel("Web address").fill("the port");
  await page.keyboard.press("Enter");
  await expect(card.getByText("not a web address")).toBeVisible();
  await card.getByLabel("Web address").fill(reportOn(title).URL);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Nothing blocks")).toBeVisible();

  await context.setOffline(true);
  await panel.getByRole("tab", { name: "Sources" }).click();
  await panel.getByRole("combobox", { name: "Find or paste a source" }).fill("port");
  await expect(panel.getByRole("alert")).toHaveText("The desk cannot be reached. Check your connection.");
});

/** A promise and what keeps it. */
function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

test("a list is set the way that its own first letters run", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const lists = "- نسخة أولى\n\nBetween.\n\n1. A first copy";
  await openDraft(mara.page, await bring(mara, `# ${unheard("Two ways")}\n\nBy Mara Eklund\n\n${lists}\n`));
  const items = manuscript(mara.page).getByRole("listitem");
  await expect(items.filter({ hasText: "نسخة" })).toHaveCSS("direction", "rtl");
  await expect(items.filter({ hasText: "copy" })).toHaveCSS("direction", "ltr");
});
