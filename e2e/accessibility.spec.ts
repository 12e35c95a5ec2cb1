import type { Page } from "@playwright/test";
import { barriers, expectNoSidewaysScrolling } from "./accessible";
import { bring, bringClean, draftOf, release, unheard } from "./articles";
import { BlockerPath } from "./blocker-path";
import { openDraft } from "./manuscript";
import { type Colleague, expect, test } from "./newsroom";

test.describe.configure({ mode: "parallel" });

type Look = { called: string; light: "light" | "dark"; width: number; height: number };
const looks = [
  { called: "wide, in the light", light: "light", width: 1280, height: 800 },
  { called: "narrow, in the dark", light: "dark", width: 390, height: 844 },
  { called: "narrow, in the light", light: "light", width: 390, height: 844 },
  { called: "wide, in the dark", light: "dark", width: 1280, height: 800 },
] as const satisfies readonly Look[];

const settings = ["house", "looks", "readers", "citing", "rules", "checking", "services", "signing", "running"];

test("nothing on the desk stands in anybody's way", async ({ hire }) => {
  test.slow();
  const ada = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
  const { blocked, reviewed, source } = await desk(ada, await hire("Mara Eklund", "editor"));
  await lookAtAll(ada.page, [
    "/desk",
    "/desk/import",
    `/desk/articles/${reviewed}/review`,
    `/desk/articles/${reviewed}/review/citations`,
    `/desk/articles/${reviewed}/history`,
    "/desk/sources",
    "/desk/topics",
    `/desk/sources/${source}`,
    "/desk/people",
    "/desk/account",
    "/desk/articles/nowhere",
  ]);
  for (const look of looks)
    await test.step(`the workspace, a blocker in hand, ${look.called}`, async () => {
      await putOn(ada.page, look);
      await openDraft(ada.page, blocked);
      await ada.page.keyboard.press("Alt+ArrowDown");
      await ada.page.keyboard.press("Alt+ArrowDown");
      await expect(new BlockerPath(ada.page).card).toBeVisible();
      await lookOver(ada.page);
    });
});

test("nothing in the settings stands in anybody's way", async ({ hire }) => {
  test.slow();
  const { page } = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
  await lookAtAll(page, ["/desk/settings", ...settings.map((place) => `/desk/settings/${place}`)]);
});

test("nothing in public stands in anybody's way", async ({ hire, page }) => {
  test.slow();
  const mara = await hire("Mara Eklund", "editor");
  const ada = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
  const id = await bringClean(mara, unheard("Seen by everybody"));
  const path = await release(mara, ada, id);
  await lookAtAll(page, ["/", path, `${path}/editions/1`, `${path}/nowhere`, "/sign-in"]);
  await ada.send("publishing.retract", { articleId: id, reason: "The count was of boats, not of ferries." });
  await lookAtAll(page, [path]);
});

async function desk(ada: Colleague, mara: Colleague) {
  const blocked = await bring(mara, messy(unheard("Blocked for all to see")));
  const reviewed = await bringClean(mara, unheard("Under review for all to see"));
  await mara.send("review.submit", { articleId: reviewed, note: "Is the second part too short?" });
  const { manuscript, sections } = await draftOf(reviewed);
  const anchor = { exact: "Ferries still run.", prefix: "", suffix: "" };
  await ada.send("thread.open", { articleId: reviewed, sectionId: sections[1]?.id, anchor, body: "Do they?" });
  return { blocked, reviewed, source: manuscript.references[0]?.source?.id };
}

/** Looks at each address in all looks; each is loaded in one of them, in turn, and changes into the others. */
async function lookAtAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const [at, address] of addresses.entries()) {
    const first = at % looks.length;
    await putOn(page, looks[first] ?? looks[0]);
    await page.goto(address);
    await page.getByRole("main").waitFor();
    for (const look of [...looks.slice(first), ...looks.slice(0, first)])
      await test.step(`${address}, ${look.called}`, async () => {
        await putOn(page, look);
        await lookOver(page);
      });
  }
}

/** Changes the light and the width, and waits until nothing fades or moves into them any more. */
async function putOn(page: Page, { light, width, height }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: light });
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(changes.map(({ finished }) => finished));
  });
}

async function lookOver(page: Page): Promise<void> {
  expect.soft(await barriers(page), page.url()).toEqual([]);
  await expectNoSidewaysScrolling(page);
}

const messy = (title: string): string => `${title}
Nobody counted the boats before 1990 . The port says it does now [3].
The Port
See [INTERNAL_LINK:the-port] for more (citation needed).
Sources
- [[3]] A note, various sources.
`;
