import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Looks a screen over by the rules that axe-core has on by default, or by those of its colours alone, and says what stands in
 * people's way: findings that are serious or critical.
 */
export async function barriers(page: Page, rules: Rules = "all"): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (only) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, only);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`));
  }, asked[rules]);
}

export type Rules = "all" | "colours";
const asked = { all: {}, colours: { runOnly: ["color-contrast", "link-in-text-block"] } };

/** Expects that nothing sticks out sideways, so that a narrow screen is read by scrolling down alone. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  expect(wide, `the page is ${wide} px wide on a screen of ${seen}`).toBeLessThanOrEqual(seen);
}

type Axe = {
  run: (where: Document, options: { runOnly?: string[] }) => Promise<{ violations: Violation[] }>;
};
type Violation = { id: string; help: string; impact: string | null; nodes: { html: string }[] };
