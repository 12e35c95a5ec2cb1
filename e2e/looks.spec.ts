import type { Page } from "@playwright/test";
import { bringClean, release, unheard } from "./articles";
import { expect, test } from "./newsroom";

test("the house gets another name, accent and letters, sees them before it saves, and then readers do", async ({
  hire,
  page: reader,
}) => {
  const ada = await hire("Ada Lindqvist", "admin", "reviewer");
  const mara = await hire("Mara Eklund", "editor");
  const path = await release(mara, ada, await bringClean(mara, unheard("In new clothes")));
  const name = unheard("The Tidewater");
  const accent = `#8a1c${Math.floor(16 + 100 * Math.random()).toString(16)}`;
  const { page } = ada;
  await page.goto("/desk/settings");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^The house/ })
    .click();
  await expect(placeOf(page)).toHaveText("The house");
  await page.getByLabel("Name of the site").fill(name);
  await expect(page.getByRole("img", { name: `The masthead: ${name}` })).toBeVisible();
  page.once("dialog", (asked) => asked.dismiss());
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Looks" }).click();
  await expect(page.getByLabel("Name of the site")).toHaveValue(name);
  await save(page, "Save the name");

  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Looks" }).click();
  await expect(placeOf(page)).toHaveText("Looks");
  const preview = page.frameLocator("iframe[title='Preview of a page']");
  await expect(preview.getByText(name).first()).toBeVisible();
  const saving = page.getByRole("button", { name: "Save the looks" });
  await page.getByLabel(/^On light paper #/).fill("#ffee00");
  await expect(page.getByText(/on light paper.*4\.5/i).first()).toBeVisible();
  await expect(saving).toBeDisabled();
  await page.getByLabel(/^On light paper #/).fill(accent);
  await page.getByRole("radio", { name: /Source Serif/ }).check();
  await expect.poll(() => preview.locator("html").innerHTML()).toContain(accent);
  expect(await (await reader.goto(path))?.text()).not.toContain(accent);
  await save(page, "Save the looks");
  await expect(async () => {
    const html = (await (await reader.goto(path))?.text()) ?? "";
    expect(html).toContain(`--accent:light-dark(${accent}`);
    expect(html).toContain(name);
  }).toPass({ timeout: 20_000 });
  await ada.send("site.set-looks", { accent: null, headlines: "system" });
});

test("whoever is no admin is told so, and whom to ask", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  for (const place of ["", "/looks", "/signing"]) {
    await mara.page.goto(`/desk/settings${place}`);
    await expect(mara.page.getByRole("heading", { name: "Settings are for admins" })).toBeVisible();
    await expect(mara.page.getByRole("button", { name: /^(Save|Replace)/ })).toHaveCount(0);
  }
});

test("an address of when the settings were one page leads to where its part is now", async ({ hire }) => {
  const { page } = await hire("Ada Lindqvist", "admin");
  await page.goto("/desk/settings#retractions");
  await page.waitForURL("**/desk/settings/checking#retractions");
  await expect(page.getByRole("heading", { name: "Retractions" })).toBeVisible();
});

/** Which place the list marks as the one that is open. */
const placeOf = (page: Page) => page.getByRole("navigation", { name: "Settings" }).locator("[aria-current=page]");

async function save(page: Page, action: string): Promise<void> {
  await expect(page.getByText("Not saved yet.")).toBeVisible();
  await page.getByRole("button", { name: action }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
}
