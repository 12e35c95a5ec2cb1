import type { Locator, Page } from "@playwright/test";
import { bringClean, release, unheard } from "./articles";
import { type Colleague, expect, test } from "./newsroom";

type Hire = (name: string, role: "editor" | "reviewer") => Promise<Colleague>;

/** An article that cites one report twice, published; answers its path and the report's name. */
async function published(hire: Hire, words: string): Promise<{ path: string; report: string }> {
  const title = unheard(words);
  const mara = await hire("Mara Eklund", "editor");
  const path = await release(mara, await hire("Otis Kwarteng", "reviewer"), await bringClean(mara, title));
  return { path, report: `A report on ${title.toLowerCase()}` };
}

const citation = (page: Page) => page.getByRole("link", { name: "1", exact: true }).first();
const note = (page: Page) => page.getByRole("note", { name: "Citation" });

/** Points at something, and waits until the page has noticed. */
async function point(page: Page, at: Locator): Promise<void> {
  await at.hover();
  await expect(at.and(page.locator(":hover"))).toBeVisible();
}

test("pointing at a citation shows its source, for as long as the pointer is on it or on the note", async ({
  hire,
  page,
}) => {
  const { path, report } = await published(hire, "Pointed at");
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.clock.install({ time: 0 });
  await page.goto(path);
  await page.clock.pauseAt(600_000);
  await point(page, citation(page));
  await page.clock.runFor(100);
  await expect(note(page)).toBeHidden();
  await page.clock.runFor(100);
  await expect(note(page)).toContainText(report);
  await point(page, note(page).getByRole("link", { name: "All sources" }));
  await page.clock.runFor(2_000);
  await expect(note(page)).toBeVisible();
  await point(page, page.getByRole("heading", { level: 1 }));
  await page.clock.runFor(600);
  await expect(note(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test("a citation is read by keyboard: focus shows it, Enter goes into the note, Esc closes it and comes back", async ({
  hire,
  page,
}) => {
  const { path, report } = await published(hire, "By keyboard");
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) document.documentElement.setAttribute("data-shifted", entry.entryType);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path);
  await citation(page).focus();
  await expect(note(page)).toContainText(report);
  await page.keyboard.press("Escape");
  await expect(note(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(note(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(note(page)).toBeHidden();
  await expect(citation(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(note(page).getByRole("link", { name: "All sources" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(note(page)).toBeHidden();
  await expect(page.getByRole("heading", { name: "Sources" })).toBeInViewport();
  await expect(page.locator("html[data-shifted]")).toHaveCount(0);
});

test("on a wide screen the note stands beside the text, level with its citation, and within the screen at its foot", async ({
  hire,
  page,
}) => {
  const { path } = await published(hire, "Level with it");
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto(path);
  const last = page.getByRole("link", { name: "1", exact: true }).nth(1);
  const boxes = async () => [await last.boundingBox(), await note(page).boundingBox()] as const;
  for (const block of ["center", "end"] as const) {
    await last.evaluate((mark, at) => mark.scrollIntoView({ block: at, behavior: "instant" }), block);
    await last.press("Enter");
    await expect(note(page)).toBeFocused();
    await expect
      .poll(async () => {
        const [mark, box] = await boxes();
        if (!mark || !box) return "nowhere";
        if (box.x < 640 + 320 || box.x + box.width > 1280) return "in the text";
        if (box.y < 0 || box.y + box.height > 400) return "outside the screen";
        return mark.y + mark.height > box.y && mark.y < box.y + box.height ? block : "elsewhere";
      })
      .toBe(block);
    await page.keyboard.press("Escape");
    await expect(note(page)).toBeHidden();
  }
});

test("a tap opens a citation's note at it, and a second tap or one elsewhere closes it", async ({ hire, browser }) => {
  const { path, report } = await published(hire, "Tapped");
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });
  const page = await context.newPage();
  await page.goto(path);
  await citation(page).tap();
  await expect(note(page)).toContainText(report);
  const [box, width] = [
    await note(page).boundingBox(),
    await page.evaluate(() => document.documentElement.scrollWidth),
  ];
  expect([width, (box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390]).toEqual([390, true]);
  await citation(page).tap();
  await expect(note(page)).toBeHidden();
  await citation(page).tap();
  await expect(note(page)).toBeVisible();
  await page.getByRole("heading", { level: 1 }).tap();
  await expect(note(page)).toBeHidden();
  await context.close();
});

test("the script is one small file that may be kept for ever; where it does not run, a citation leads to its source", async ({
  hire,
  browser,
  request,
}) => {
  const { path } = await published(hire, "Without it");
  const answer = await request.get(path);
  expect(answer.headers()["content-security-policy"]).toContain(
    "script-src 'self'; require-trusted-types-for 'script'",
  );
  const [, address = ""] = /<script src="([^"]+)" defer/.exec(await answer.text()) ?? [];
  const script = await request.get(address);
  expect(script.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(script.headers()["content-type"]).toMatch(/^text\/javascript/);
  expect((await script.body()).length).toBeLessThanOrEqual(1_000);
  expect((await request.get("/topics")).headers()["content-security-policy"]).not.toContain("script-src");

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  await citation(page).click();
  await expect(page).toHaveURL(/#r1$/);
  await expect(page.getByRole("heading", { name: "Sources" })).toBeInViewport();
  await expect(note(page)).toBeHidden();
  await context.close();
});
