import { bring, unheard } from "./articles";
import { manuscript, openDraft, untilSaved } from "./manuscript";
import { expect, test } from "./newsroom";

test("the cursor goes past a hole and one writes on, and only Enter takes the hole in hand", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const said = "Ferries still run [7]. So it is said.";
  const id = await bring(mara, `# ${unheard("Past a hole")}\n\nBy Mara Eklund\n\n${said}\n`);
  await openDraft(page, id);
  await untilSaved(page);
  const paragraph = manuscript(page).getByText("Ferries still run");
  const hole = paragraph.getByRole("button");
  const picker = page.getByRole("complementary", { name: "Panel" }).getByRole("combobox");
  await expect
    .poll(async () => {
      const box = await hole.boundingBox();
      if (box) await page.mouse.click(box.x + box.width + 2, box.y + box.height / 2);
      return page.evaluate(() => [getSelection()?.anchorNode?.textContent, getSelection()?.anchorOffset]);
    })
    .toEqual([". So it is said.", 0]);
  await page.keyboard.press("ArrowLeft");
  await expect(hole).toHaveClass(/chosen/);
  await page.keyboard.press("ArrowLeft");
  await expect(hole).not.toHaveClass(/chosen/);
  await page.keyboard.type(" on time");
  await expect(paragraph).toContainText("Ferries still run on time");
  await page.keyboard.press("ArrowRight");
  await expect(hole).toHaveClass(/chosen/);
  await page.keyboard.press("Enter");
  await expect(picker).toBeFocused();
});
