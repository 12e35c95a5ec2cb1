import { createHash } from "node:crypto";
import { barriers, expectNoSidewaysScrolling } from "./accessible";
import { reportOn, unheard } from "./articles";
import { expect, test } from "./newsroom";

for (const colorScheme of ["light", "dark"] as const)
  test(`the library is narrowed, kept as a view, tagged and read by keyboard alone, in the ${colorScheme}`, async ({
    hire,
  }) => {
    const mara = await hire("Mara Eklund", "editor");
    const { page } = mara;
    await page.emulateMedia({ colorScheme });
    const mark = createHash("sha256").update(unheard("library")).digest("hex").slice(0, 12);
    const title = (name: string) => `${name} of ${mark}`;
    for (const name of ["Alder", "Birch", "Cedar"])
      await mara.send("source.create", { record: { ...reportOn(title(name)), title: title(name) } });
    await page.goto("/desk/sources");
    const row = (name: string) => page.getByRole("row", { name: title(name) });

    await test.step("she searches and narrows, and sees by what", async () => {
      const search = page.getByRole("searchbox", { name: "Search sources" });
      await expect(async () => {
        await page.keyboard.press("/");
        await expect(search).toBeFocused({ timeout: 500 });
      }).toPass();
      await search.fill(mark);
      await expect(page.getByRole("row")).toHaveCount(4);
      await page.getByRole("button", { name: "Use", exact: true }).click();
      await page.getByRole("menuitem", { name: /Not used/ }).click();
      await expect(page.getByRole("list", { name: "Narrowed by" }).getByText("Use: Not used")).toBeVisible();
      expect(new URL(page.url()).searchParams.get("used")).toBe("no");
    });
    await test.step("she keeps that as a view", async () => {
      await page.getByRole("button", { name: "Views" }).click();
      await page.getByRole("menuitem", { name: "Save this view…" }).click();
      await page.getByLabel("Name").fill(`Trees ${mark}`);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("button", { name: `Trees ${mark}` })).toBeVisible();
    });
    await test.step("she takes sources in hand, selects two and tags them", async () => {
      await page.getByRole("heading", { level: 1 }).click();
      await page.keyboard.press("j");
      const pane = page.getByRole("complementary", { name: "Source in hand" });
      await expect(pane.getByRole("heading", { name: title("Alder") })).toBeVisible();
      await expect(pane.getByText("No article yet.")).toBeVisible();
      await page.keyboard.press("x");
      await page.keyboard.press("Shift+J");
      const bar = page.getByRole("region", { name: "Selected sources" });
      await expect(bar.getByText("2 selected")).toBeVisible();
      await bar.getByRole("button", { name: "Tag…" }).click();
      await page.getByLabel("Tags, with commas between them").fill(`Wood ${mark}`);
      await page.getByRole("button", { name: "Put on" }).click();
      for (const name of ["Alder", "Birch"])
        await expect(row(name).getByRole("link", { name: `wood ${mark}` })).toBeVisible();
      await expect(row("Cedar").getByRole("list", { name: "Tags" })).toHaveCount(0);
    });
    await test.step("nothing stands in anybody's way, and Enter opens what is in hand", async () => {
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScrolling(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.keyboard.press("Escape");
      await row("Birch")
        .getByRole("link", { name: title("Birch") })
        .focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1, name: title("Birch") })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Health" })).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });
  });
