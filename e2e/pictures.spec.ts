import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
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
