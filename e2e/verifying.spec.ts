import type { Page } from "@playwright/test";
import { keepCopy, sourcesOf } from "@/server/testing/known-sources";
import { expectNoSidewaysScrolling } from "./accessible";
import { bring, draftOf, release, reportOn, unheard } from "./articles";
import { manuscript, openDraft, outline, untilSaved } from "./manuscript";
import { expect, test } from "./newsroom";

test("a reviewer verifies two citations and disputes one by the keyboard; its writer mends it, and readers are told", async ({
  hire,
  page,
}) => {
  test.slow();
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const title = unheard("What the harbour counts");
  const id = await bring(mara, counted(title, mara.name));
  for (const { id: referenceId, source } of (await draftOf(id)).manuscript.references)
    if (!source) await mara.send("reference.create-source", { articleId: id, referenceId, record: reportOn(title) });
  const [source] = await sourcesOf(id);
  if (source) await keepCopy(source, kept);
  const desk = otis.page;

  await test.step("Otis sees each sentence beside what the report says", async () => {
    await desk.goto(`/desk/articles/${id}/review`);
    await desk.getByRole("link", { name: /^Citations/ }).click();
    await expect(desk.getByText("0 of 3 verified")).toBeVisible();
    await expect(rows(desk)).toHaveCount(3);
    await expect(rows(desk).first().locator("mark")).toContainText("harbour office counts them every spring");
    await rows(desk).first().getByRole("searchbox").fill("freight");
    await desk.keyboard.press("Enter");
    await expect(rows(desk).first().getByText("has no count")).toBeVisible();
  });

  await test.step("he verifies two and disputes the third without touching the mouse", async () => {
    await rows(desk).first().focus();
    await desk.keyboard.press("v");
    await expect(desk.getByText("1 of 3 verified")).toBeVisible();
    await expect(rows(desk).nth(1)).toBeFocused();
    await desk.keyboard.press("v");
    await expect(desk.getByText("2 of 3 verified")).toBeVisible();
    await expect(rows(desk).nth(2)).toBeFocused();
    await desk.keyboard.press("d");
    await desk.keyboard.type("It counts passengers, not lorries.");
    await desk.getByRole("dialog").getByRole("button", { name: "Dispute" }).click();
    await expect(rows(desk).nth(2)).toContainText("Disputed by Otis Kwarteng");
    await desk.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScrolling(desk);
  });

  await test.step("Mara cannot publish it, is told why, and mends the sentence", async () => {
    await openDraft(mara.page, id);
    await expect(mara.page.getByRole("complementary", { name: "Panel" })).toContainText(
      "It counts passengers, not lorries.",
    );
    await expect(
      outline(mara.page)
        .getByRole("img", { name: /1 verified/ })
        .first(),
    ).toBeVisible();
    const sentence = manuscript(mara.page).getByText("Lorries are counted too");
    await sentence.click({ clickCount: 3 });
    await mara.page.keyboard.press("ArrowLeft");
    await mara.page.keyboard.type("Nobody says whether ");
    await untilSaved(mara.page);
    await expect(mara.page.getByRole("complementary", { name: "Panel" })).not.toContainText("not lorries");
  });

  await test.step("readers are told who compared it with the source", async () => {
    const path = await release(mara, otis, id);
    await page.goto(path);
    await expect(page.getByText(/^2 of 3 citations verified by Otis Kwarteng on /)).toBeVisible();
  });
});

const rows = (page: Page) => page.getByRole("list", { name: "Citations" }).locator("> li");

const counted = (title: string, author: string): string => `# ${title}

By ${author}

Ferries still run. The harbour office counts them every spring [1].

## What is counted

The count covers every crossing with passengers [1].

## What else

Lorries are counted too [1].

## Sources

1. Harbour Office, a report.
`;

const kept = `Report of the year. Ferries: the harbour office counts them every spring, at the quay and on board.
${"Tables follow. ".repeat(60)}
Every crossing with passengers is covered by the count. Freight has no count of its own.`;
