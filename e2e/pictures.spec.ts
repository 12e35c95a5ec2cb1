import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { approve, bringClean, draftOf, unheard } from "./articles";
import { manuscript, openDraft, untilSaved } from "./manuscript";
import { expect, test } from "./newsroom";

/** A picture that no other test and no run before has: its colour is of chance. */
const plain = (width: number, height: number) => {
  const [r, g, b] = randomBytes(3);
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
};

/** Puts a picture on the clipboard and pastes it, as after a screenshot was taken. */
async function paste(page: Page, bytes: Buffer): Promise<void> {
  await manuscript(page).evaluate((text, base64: string) => {
    const clipboard = new DataTransfer();
    const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    clipboard.items.add(new File([file], "screenshot.png", { type: "image/png" }));
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, bytes.toString("base64"));
}

/** Lets files go over a place, as after they were dragged from a folder, and says what the page took from the browser. */
async function drop(over: Locator, files: { name: string; type: string; bytes: Buffer }[]) {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString("base64") }));
  return over.evaluate((place, all) => {
    const dragged = new DataTransfer();
    for (const { name, type, base64 } of all)
      dragged.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    const { left, top, height } = place.getBoundingClientRect();
    const at = { clientX: left + 4, clientY: top + height / 2 };
    const [taken = false, dropped = false] = ["dragover", "drop"].map((name) => {
      const event = new DragEvent(name, { dataTransfer: dragged, bubbles: true, cancelable: true, ...at });
      return !place.dispatchEvent(event);
    });
    return { taken, dropped };
  }, given);
}

/** Drags with the mouse, from near the upper corner of one thing to that of another; both are in sight. */
async function drag(page: Page, one: Locator, to: Locator): Promise<void> {
  const [from, over] = [await one.boundingBox(), await to.boundingBox()];
  if (!from || !over) throw new Error("both are in sight");
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(over.x + 20, over.y + 12, { steps: 5 });
  await page.mouse.up();
}

const inHand = async (name: string, width: number) => ({
  name,
  type: "image/png",
  bytes: await plain(width, 200).png().toBuffer(),
});

test("pictures that are dropped together stand where they were let go, in their order, and what is none is refused by name", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  await openDraft(page, await bringClean(mara, unheard("A quay in three pictures")));
  await untilSaved(page);
  const over = manuscript(page).getByText("Freight has");
  const notes = { name: "notes.txt", type: "text/plain", bytes: Buffer.from("Low water at noon.") };
  const files = [
    await inHand("first.png", 300),
    notes,
    await inHand("second.png", 310),
    await inHand("third.png", 320),
  ];
  expect(await drop(over, files)).toEqual({ taken: true, dropped: true });
  await expect(manuscript(page).getByRole("alert")).toContainText("This is no picture that the desk can read");
  const section = manuscript(page).locator("section").filter({ hasText: "Freight has" });
  await expect(section.locator("figure img")).toHaveCount(3);
  expect(
    await section.locator("img").evaluateAll((images) => images.map((image) => image.getAttribute("width"))),
  ).toEqual(["300", "310", "320"]);
  expect(await section.locator("> h2, > p, > figure").evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([
    "H2",
    "P",
    "FIGURE",
    "FIGURE",
    "FIGURE",
  ]);
  await untilSaved(page);
  await page.reload();
  await expect(manuscript(page).locator("figure")).toHaveCount(3);
});

test("a pressed picture is selected, and no key replaces it: words go on its caption, or to where the cursor is seen", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  await openDraft(page, await bringClean(mara, unheard("A quay in two pictures")));
  await untilSaved(page);
  expect(
    await drop(manuscript(page).getByText("Freight has"), [await inHand("a.png", 300), await inHand("b.png", 310)]),
  ).toEqual({ taken: true, dropped: true });
  const figures = manuscript(page).locator("figure");
  await expect(figures).toHaveCount(2);
  await figures.first().locator(".frame").click();
  await expect(figures.first()).toHaveClass(/picked/);
  // In one task, as when the browser is busy: it tells of the selection when the key has long been heard.
  await figures.last().evaluate((figure) => {
    getSelection()?.setPosition(figure.querySelector("figcaption p, figcaption"), 0);
    const key = { key: "x", code: "KeyX", bubbles: true, cancelable: true };
    const text = figure.closest('[role="textbox"]');
    text?.dispatchEvent(new KeyboardEvent("keydown", { ...key, keyCode: 88 }));
    text?.dispatchEvent(new KeyboardEvent("keypress", { ...key, charCode: 120 }));
  });
  await page.keyboard.type("Low water.");
  await expect(figures.last().locator("figcaption")).toHaveText("Low water.");
  await figures.first().locator(".frame").click();
  await page.keyboard.type("High water.");
  await expect(figures.first().locator("figcaption")).toHaveText("High water.");
  await expect(figures).toHaveCount(2);
  const words = manuscript(page).getByText("The count covers");
  await words.scrollIntoViewIfNeeded();
  await drag(page, figures.first().locator(".frame"), words);
  const section = manuscript(page).locator("section").filter({ hasText: "The count covers" });
  await expect(section.locator("figcaption")).toHaveText("High water.");
  await figures.first().locator(".frame").click();
  await page.keyboard.press("Delete");
  await expect(figures).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figures).toHaveCount(2);
});

test("a file that is let go beside the text, or where nothing may be written, does not take the desk's place", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const id = await bringClean(mara, unheard("A quay that stays"));
  const file = await inHand("stray.png", 300);
  await openDraft(mara.page, id);
  const panel = mara.page.getByRole("complementary", { name: "Panel" });
  expect(await drop(panel, [file])).toEqual({ taken: true, dropped: true });
  await mara.send("review.submit", { articleId: id, note: "" });
  await openDraft(otis.page, id);
  const words = manuscript(otis.page).getByText("Freight has");
  expect(await drop(words, [file])).toEqual({ taken: true, dropped: true });
  await expect(manuscript(otis.page).locator("figure")).toHaveCount(0);
  await expect(manuscript(otis.page).getByRole("status")).toHaveCount(0);
});

test("pictures are brought by file and by paste, described because that blocks, and seen by readers with the edition", async ({
  hire,
  browser,
  baseURL,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const { page } = mara;
  const id = await bringClean(mara, unheard("A quay with pictures"));
  await openDraft(page, id);
  await untilSaved(page);
  const figures = manuscript(page).locator("figure");

  await manuscript(page).getByText("Freight has").click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("toolbar", { name: "Format" }).getByRole("button", { name: "Picture" }).click();
  await (await chooser).setFiles([
    { name: "plan.svg", mimeType: "image/png", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    { name: "quay.jpg", mimeType: "image/jpeg", buffer: await plain(1300, 900).jpeg().toBuffer() },
  ]);
  const refusal = manuscript(page).getByRole("alert");
  await expect(refusal).toContainText("This is an SVG drawing");
  await refusal.getByRole("button", { name: "Close" }).click();
  await expect(figures).toHaveCount(1);
  await expect(figures.first().getByRole("textbox", { name: "Description" })).toBeFocused();

  await manuscript(page).getByText("The count covers").click();
  await paste(page, await plain(300, 200).png().toBuffer());
  await expect(figures).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figures).toHaveCount(1);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(figures).toHaveCount(2);

  const [pasted, quay] = [figures.first(), figures.last()];
  const panel = page.getByRole("complementary", { name: "Panel" });
  await panel
    .getByRole("button", { name: /not described/ })
    .first()
    .click();
  await panel.getByRole("textbox", { name: "What does the picture show?" }).fill("A red sail before the quay.");
  await panel.getByRole("button", { name: "Describe it so" }).click();
  await expect(pasted.getByRole("textbox", { name: "Description" })).toHaveValue("A red sail before the quay.");
  await quay.getByRole("textbox", { name: "Description" }).fill("The quay at low water.");
  await quay.getByRole("textbox", { name: "Credit" }).fill("Ines Calder");
  await quay.getByRole("combobox", { name: "Licence" }).fill("CC BY 4.0");
  await quay.locator("figcaption").click();
  await page.keyboard.type("Low water, in March.");
  await untilSaved(page);
  await expect(panel.getByText("Nothing blocks")).toBeVisible();

  const { sha256 } = await quay.locator("img").evaluate((image) => ({ sha256: image.dataset["picture"] ?? "" }));
  const reader = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  const media = `/media/${sha256}-1300.jpg`;
  expect((await reader.request.get(media)).status()).toBe(404);
  expect((await reader.request.get(`/api/pictures/${sha256}-1300.jpg`)).status()).toBe(401);

  await mara.send("review.submit", { articleId: id, note: "" });
  await approve(otis, id);
  const { article } = await draftOf(id);
  await mara.send("publishing.publish", { articleId: id, digest: article.digest, kind: "publish", note: null });
  await reader.goto(`/${article.slug}`);
  const shown = reader.getByRole("figure").filter({ hasText: "Low water, in March." });
  await expect(shown).toContainText("Ines Calder · CC BY 4.0");
  const image = shown.getByRole("img", { name: "The quay at low water." });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  expect(await image.evaluate((one: HTMLImageElement) => one.currentSrc)).toMatch(/\/media\/[0-9a-f]{64}-\d+\.webp$/);
  expect((await reader.request.get(media)).headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": expect.stringContaining("immutable"),
  });
  await reader.context().close();
});
