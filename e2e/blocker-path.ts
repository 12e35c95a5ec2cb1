import { expect, type Locator, type Page } from "@playwright/test";

/** The right-hand panel of the workspace while somebody walks from blocker to blocker. */
export class BlockerPath {
  readonly panel: Locator;
  /** The finding in hand: its words, its excerpt and its fix. */
  readonly card: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Panel" });
    this.card = this.panel.locator("li[aria-current]");
  }

  /** How many blockers are open, as the tab says. */
  async left(): Promise<number> {
    const said = await this.panel.getByRole("tab", { name: /^Blockers/ }).textContent();
    return Number(/\d+/.exec(said ?? "")?.[0] ?? 0);
  }

  /** Does something to the finding in hand and waits until so many blockers are gone. */
  async mend(gone: number, fix: (card: Locator) => Promise<void>): Promise<void> {
    const before = await this.left();
    await fix(this.card);
    await expect.poll(() => this.left(), { message: "the blockers left" }).toBe(before - gone);
  }

  /** Cites the first thing in the library that these words find, by keyboard alone and without waiting for the list. */
  async bind(words: string): Promise<void> {
    const field = this.card.getByRole("combobox", { name: "Find or paste a source" });
    await field.fill(words);
    await field.press("Enter");
  }

  /** Fills in the form of a source and makes it. */
  async make(fields: Record<string, string>, action: "Make and cite" | "Make the source"): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.card.getByLabel(label, { exact: true }).fill(value);
    await this.card.getByRole("button", { name: action }).click();
  }
}
