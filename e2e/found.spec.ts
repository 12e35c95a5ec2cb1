import type { Page } from "@playwright/test";
import { barriers, expectNoSidewaysScrolling } from "./accessible";
import { type ArticleId, bringClean, release, unheard } from "./articles";
import { openDraft } from "./manuscript";
import { expect, test } from "./newsroom";

/** Opens one of the questions behind the workspace's menu. */
async function ask(page: Page, question: RegExp) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: question }).click();
  return page.getByRole("dialog");
}

test("readers follow an article by its topic, in another language and from an old address, though all three changed", async ({
  hire,
  page: reader,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const bo = await hire("Bo Lind", "reviewer");
  const { page } = mara;
  const title = unheard("The tide mill");
  const [topic, renamed] = [unheard("Tides"), unheard("Coasts")];
  const slug = (name: string) => name.toLowerCase().replaceAll(" ", "-");
  const id: ArticleId = await bringClean(mara, title);

  await test.step("she files it under a new topic, and readers find it there", async () => {
    await openDraft(page, id);
    const dialog = await ask(page, /^Topics/);
    await dialog.getByLabel("A new topic").fill(topic);
    await dialog.getByRole("button", { name: "Add" }).click();
    await expect(dialog.getByRole("checkbox", { name: topic })).toBeChecked();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await release(mara, bo, id);
    await reader.goto(`/${slug(title)}`);
    await reader.getByRole("link", { name: topic }).click();
    await expect(reader.getByRole("link", { name: title })).toBeVisible();
  });
  await test.step("she renames the topic, and who has the old address is led to the new one", async () => {
    await page.goto("/desk/topics");
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("button", { name: `More for ${topic}` }).click();
    await page.getByRole("menuitem", { name: /Rename or describe/ }).click();
    await page.getByLabel("Name").fill(renamed);
    await page.getByLabel("What it is about").fill("What the sea does to towns.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: renamed })).toBeVisible();
    await expect(async () => {
      await reader.goto(`/topics/${slug(topic)}`);
      await expect(reader.getByText("What the sea does to towns.")).toBeVisible({ timeout: 500 });
    }).toPass();
    expect(new URL(reader.url()).pathname).toBe(`/topics/${slug(renamed)}`);
  });
  await test.step("she begins a translation, and once it is published each language leads to the other", async () => {
    await openDraft(page, id);
    const dialog = await ask(page, /^Languages/);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByLabel("Begin a translation").selectOption({ label: "Deutsch" });
    await dialog.getByRole("button", { name: "Begin" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    const translation = page.url().split("/").at(-1) as ArticleId;
    expect(await release(mara, bo, translation)).toBe(`/${slug(title)}-de`);
    await expect(async () => {
      await reader.goto(`/${slug(title)}`);
      await reader.getByRole("link", { name: "Deutsch" }).click({ timeout: 500 });
    }).toPass();
    await expect(reader.locator("html")).toHaveAttribute("lang", "de-DE");
    await reader.getByRole("link", { name: "English" }).click();
    await expect(reader).toHaveURL(new RegExp(`/${slug(title)}$`));
  });
  await test.step("she gives it another address, and the old one leads there with all that stands beside it", async () => {
    await openDraft(page, id);
    const dialog = await ask(page, /^Address/);
    const moved = `moved-${slug(title)}`;
    await dialog.getByLabel("The part behind the site’s own address").fill(moved);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await release(mara, bo, id);
    for (const beside of ["", ".json", ".bib", "/timemap", "/editions/2"]) {
      const answer = await reader.request.get(`/${slug(title)}${beside}`);
      expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, `/${moved}${beside}`]);
    }
  });
});
