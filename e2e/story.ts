import { readFileSync } from "node:fs";
import { expect, type Locator } from "@playwright/test";
import type { ArticleId } from "./articles";
import type { BlockerPath } from "./blocker-path";
import type { Colleague } from "./newsroom";

/** The draft that ships with the product, as messy as they come, under a title of this test's own and with a second link that leads nowhere. */
export const damagedDraft = (title: string): string =>
  readFileSync("prisma/seed/chip-speech.txt", "utf8")
    .replace(/^.*/, title)
    .replace("Neither is certain to last.", "Neither is certain to last, as [INTERNAL_LINK:open-licences] told.");

/** What the story's draft can be mended with: two records of the library, and a published article. */
export type Means = { shelf: string; yields: string; outlook: string };

/** The first blocker is the missing byline: the way there leads to its line. */
export async function sign(path: BlockerPath, name: string): Promise<void> {
  await expect(path.card).toContainText(/byline/i);
  await path.mend(1, async (card) => {
    await card.getByRole("button", { name: "Go there" }).click();
    await path.page.keyboard.type(name);
  });
}

/** Walks the holes of the text in reading order, with every kind of fix that there is. */
export async function mendText(path: BlockerPath, { shelf, outlook }: Means): Promise<void> {
  const fromLibrary = (times: number) => repeat(times, () => path.mend(1, () => path.bind(shelf)));
  await path.mend(1, async (card) => {
    await press(card, "New source");
    await path.make({ Title: "The New Year address", Site: "A news agency", "Web address": address }, "Make and cite");
  });
  await fromLibrary(1);
  await path.mend(1, async (card) => {
    await card.getByRole("combobox", { name: "Find or paste a source" }).fill(bibtex);
    await press(card, "Read this and make a source of it");
    await expect(card.getByLabel("Title", { exact: true })).toHaveValue("Made in a decade");
    await press(card, "Make and cite");
  });
  await path.mend(1, (card) => press(card, "Remove citation"));
  await fromLibrary(2);
  await path.mend(1, (card) => press(card, "Make it plain text"));
  await fromLibrary(1);
  await path.mend(1, async (card) => {
    await card.getByLabel("Link to").fill(outlook);
    await card.getByRole("button", { name: outlook }).click();
  });
  await fromLibrary(4);
}

/** Walks the lines of the source list: found in the library, made into sources, taken off, and freed of lost numbers. */
export async function mendList(path: BlockerPath, { yields }: Means): Promise<void> {
  await path.mend(2, (card) => makeOfLine(path, card, "The address, as reported"));
  await path.mend(1, async (card) => {
    await expect(card).toContainText("a national daily");
    await path.bind(yields);
  });
  await path.mend(2, (card) => makeOfLine(path, card, "The address in full"));
  await path.mend(1, (card) => makeOfLine(path, card, "Company profiles"));
  for (const label of ["9", "12", "13"]) await path.mend(1, (card) => press(card, `Let ${label} go`));
  await path.mend(1, (card) => makeOfLine(path, card, "Industry reports"));
  for (const label of ["18", "21"]) await path.mend(1, (card) => press(card, `Let ${label} go`));
}

/** Asks that the last number of a line may stay, and takes the rest off the list meanwhile; a second person agrees. */
export async function waiveNumber(path: BlockerPath, otis: Colleague, id: ArticleId): Promise<void> {
  await expect(path.card).toContainText("24");
  await press(path.card, "Waive…");
  await path.card.getByLabel("Why may this pass?").fill("The archive of the trade body is closed until spring.");
  await press(path.card, "Ask for a waiver");
  await expect(path.panel.getByText("waits for a second person")).toBeVisible();

  await otis.page.goto(`/desk/articles/${id}`);
  const before = await path.left();
  await otis.page.getByRole("complementary", { name: "Panel" }).getByRole("button", { name: "Agree" }).click();
  await expect.poll(() => path.left(), { message: "what Otis let pass is gone from Mara's screen" }).toBe(before - 1);
}

/** The last lines of the list: one is taken off with the numbers that it bore, one becomes a source. */
export async function mendRest(path: BlockerPath): Promise<void> {
  await path.mend(3, async (card) => {
    await expect(card).toContainText("Coverage of export policy");
    await press(card, "Take it off the list");
  });
  await path.mend(1, (card) => makeOfLine(path, card, "Background on the industry"));
  await expect(path.panel.getByText("Nothing blocks")).toBeVisible();
}

async function makeOfLine(path: BlockerPath, card: Locator, title: string): Promise<void> {
  await press(card, "Make a source of this line");
  const slug = title.toLowerCase().replaceAll(/\W+/g, "-");
  await path.make({ Title: title, "Web address": `https://news.example/${slug}-${Date.now()}` }, "Make the source");
}

const press = (card: Locator, name: string): Promise<void> => card.getByRole("button", { name, exact: true }).click();

async function repeat(times: number, act: () => Promise<void>): Promise<void> {
  for (let done = 0; done < times; done++) await act();
}

const address = `https://news.example/address-${Date.now()}`;
const bibtex = `@article{wu2021, title={Made in a decade}, author={Wu, Lin and Ode, Pär}, journal={Industry Review},
  year={2021}, volume={12}, pages={3--19}, doi={10.5555/industry.${Date.now()}}}`;
