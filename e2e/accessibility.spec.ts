import type { Page } from "@playwright/test";
import { barriers, expectNoSidewaysScrolling } from "./accessible";
import { bring, bringClean, draftOf, release, unheard } from "./articles";
import { BlockerPath } from "./blocker-path";
import { openDraft } from "./manuscript";
import { type Colleague, expect, test } from "./newsroom";

test.describe.configure({ mode: "parallel" });

const looks = [
  { light: "light", width: 1280, height: 800 },
  { light: "dark", width: 1280, height: 800 },
  { light: "light", width: 390, height: 844 },
  { light: "dark", width: 390, height: 844 },
] as const;

const settings = ["house", "looks", "readers", "citing", "rules", "checking", "services", "signing", "running"];

for (const { light, width, height } of looks) {
  test.describe(`in the ${light}, ${width} px wide`, () => {
    test.use({ colorScheme: light, viewport: { width, height } });

    test("nothing on the desk stands in anybody's way", async ({ hire }) => {
      test.slow();
      const ada = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
      const { blocked, reviewed, source } = await desk(ada, await hire("Mara Eklund", "editor"));
      const places: [string, string][] = [
        ["the list", "/desk"],
        ["import", "/desk/import"],
        ["the review", `/desk/articles/${reviewed}/review`],
        ["the citations under review", `/desk/articles/${reviewed}/review/citations`],
        ["the history", `/desk/articles/${reviewed}/history`],
        ["the library", "/desk/sources"],
        ["the topics", "/desk/topics"],
        ["a source", `/desk/sources/${source}`],
        ["people", "/desk/people"],
        ["the account", "/desk/account"],
        ["the settings", "/desk/settings"],
        ...settings.map((place): [string, string] => [`the settings: ${place}`, `/desk/settings/${place}`]),
        ["a desk page that is not there", "/desk/articles/nowhere"],
      ];
      for (const [name, address] of places) await test.step(name, () => lookAt(ada.page, address));
      await test.step("the workspace, a blocker in hand", async () => {
        await openDraft(ada.page, blocked);
        await ada.page.keyboard.press("Alt+ArrowDown");
        await ada.page.keyboard.press("Alt+ArrowDown");
        await expect(new BlockerPath(ada.page).card).toBeVisible();
        await look(ada.page);
      });
    });

    test("nothing in public stands in anybody's way", async ({ hire, page }) => {
      const mara = await hire("Mara Eklund", "editor");
      const ada = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
      const id = await bringClean(mara, unheard("Seen by everybody"));
      const path = await release(mara, ada, id);
      for (const address of ["/", path, `${path}/editions/1`, `${path}/nowhere`, "/sign-in"])
        await test.step(address, () => lookAt(page, address));
      await ada.send("publishing.retract", { articleId: id, reason: "The count was of boats, not of ferries." });
      await test.step("a retracted page", () => lookAt(page, path));
    });
  });
}

async function desk(ada: Colleague, mara: Colleague) {
  const blocked = await bring(mara, messy(unheard("Blocked for all to see")));
  const reviewed = await bringClean(mara, unheard("Under review for all to see"));
  await mara.send("review.submit", { articleId: reviewed, note: "Is the second part too short?" });
  const { manuscript, sections } = await draftOf(reviewed);
  const anchor = { exact: "Ferries still run.", prefix: "", suffix: "" };
  await ada.send("thread.open", { articleId: reviewed, sectionId: sections[1]?.id, anchor, body: "Do they?" });
  return { blocked, reviewed, source: manuscript.references[0]?.source?.id };
}

async function lookAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("main").waitFor();
  await look(page);
}

async function look(page: Page): Promise<void> {
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
