import { expect, type Locator, type Page } from "@playwright/test";

/** The text of the workspace, as a person writes in it. */
export const manuscript = (page: Page): Locator => page.getByRole("textbox", { name: "Manuscript" });

/** The words at the foot of the workspace that say whether what was written is safe. */
export const foot = (page: Page): Locator => page.getByRole("contentinfo").getByRole("status");

export const outline = (page: Page): Locator => page.getByRole("navigation", { name: "Outline" });

/** Waits until the foot says that all is saved. */
export const untilSaved = (page: Page): Promise<void> => expect(foot(page)).toHaveText("● Saved", { timeout: 20_000 });

/** Puts the cursor behind the paragraph that has these words (a triple click takes it whole) and types. */
export async function writeBehind(page: Page, words: string, more: string): Promise<void> {
  await manuscript(page).getByText(words).click({ clickCount: 3 });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(more);
}

/** Opens an article's workspace and waits until it can be written in. */
export async function openDraft(page: Page, article: string): Promise<void> {
  await page.goto(`/desk/articles/${article}`);
  await expect(manuscript(page)).toBeVisible();
}
