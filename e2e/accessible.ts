import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Looks a screen over by the rules that axe-core has on by default, and says what stands in people's way: findings that are serious or critical. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`));
  });
}

/** Expects that nothing sticks out sideways, so that a narrow screen is read by scrolling down alone. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  expect(wide, `the page is ${wide} px wide on a screen of ${seen}`).toBeLessThanOrEqual(seen);
}

type Axe = {
  run: (where: Document) => Promise<{ violations: Violation[] }>;
};
type Violation = { id: string; help: string; impact: string | null; nodes: { html: string }[] };
