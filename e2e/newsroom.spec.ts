import type { Page } from "@playwright/test";
import { type ArticleId, approve, bringClean, draftOf, release, reportOn, unheard } from "./articles";
import { BlockerPath } from "./blocker-path";
import { forgedApproval, printByHand } from "./forgery";
import { manuscript, openDraft, untilSaved, writeBehind } from "./manuscript";
import { type Colleague, door, expect, test } from "./newsroom";
import { recruit, signInByForm } from "./recruits";
import { damagedDraft, mendList, mendRest, mendText, sign, waiveNumber } from "./story";

// A step that cannot be taken fails by itself, long before the story has told all its time away.
test.use({ actionTimeout: 15_000 });

test("a messy draft becomes a published page, then a corrected and a retracted one, and nothing gets past the gate", async ({
  hire,
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const title = unheard("A New Year’s Speech");
  const means = {
    shelf: `A report on ${unheard("shelves of chips")}`,
    yields: `A report on ${unheard("yields")}`,
    outlook: unheard("Chip market outlook"),
  };
  const ada = await hire("Ada Lindqvist", "admin", "editor", "reviewer");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const recruited = await recruit(ada, "Mara Eklund", "editor");
  const mara: Colleague = { name: recruited.name, page, context, ...door(context, baseURL ?? "") };
  for (const known of [means.shelf, means.yields])
    await ada.send("source.create", { record: { ...reportOn(known), title: known } });
  await release(ada, otis, await bringClean(ada, means.outlook));
  const path = new BlockerPath(page);

  await test.step("Mara signs in through the form and pastes the draft as it came", async () => {
    await signInByForm(page, recruited);
    await page.waitForURL("**/desk");
    await page.goto("/desk/import");
    await page.getByLabel("The draft").fill(damagedDraft(title));
    await page.getByRole("button", { name: "Import the draft" }).click();
    await page.waitForURL(/\/desk\/articles\/.+imported/);
  });
  const id = articleAt(page);

  await test.step("she sees every hole in the text, and how many things are in the way", async () => {
    await expect(page.getByText("nothing of it is lost. 31 things keep it from being published")).toBeVisible();
    await expect(page.getByRole("button", { name: /^citation missing/i })).toHaveCount(11);
    await expect(page.getByRole("button", { name: /link: / })).toHaveCount(2);
    expect(await path.left()).toBe(31);
  });

  await test.step("the screen, the door and the database refuse to let it out", async () => {
    await expect(nextStep(page)).toBeDisabled();
    await expect(nextStep(page)).toHaveAccessibleName(/31 blockers left/);
    await refusedAtTheDoor(mara, id);
    expect(await printByHand(id)).toBe("edition_was_approved");
    expect(await printByHand(id, forgedApproval)).toBe("edition_has_no_raw_reference");
  });

  await test.step("she walks from blocker to blocker and mends each", async () => {
    await page.keyboard.press("Alt+ArrowDown");
    await sign(path, "Mara Eklund");
    await mendText(path, means);
    await mendList(path, means);
    await waiveNumber(path, otis, id);
    await mendRest(path);
  });

  await test.step("she hands it in with a note, and it is out of her hands", async () => {
    await nextStep(page).click();
    await page.getByLabel("A note for the reviewers").fill("The licence paragraph is new.");
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    await expect(nextStep(page)).toHaveAccessibleName(/^With the reviewers/);
  });

  await test.step("Otis asks about some words and sends it back", async () => {
    await comment(otis.page, id, "computing power", "How much of it? Say so or leave it out.");
    await otis.page.goto(`/desk/articles/${id}/review`);
    await expect(otis.page.getByText("The licence paragraph is new.")).toBeVisible();
    await expect(otis.page.getByRole("heading", { name: "DeepSeek and the Open Model" })).toBeVisible();
    await otis.page.getByRole("button", { name: "Send back…" }).click();
    await otis.page.getByLabel("What has to change?").fill("One question; the rest is good.");
    await otis.page.getByRole("dialog").getByRole("button", { name: "Send back" }).click();
    await expect(otis.page.getByText("No round is open")).toBeVisible();
  });

  await test.step("Mara sees it without asking, answers, changes the words and hands it in again", async () => {
    await expect(page.getByRole("list", { name: "Progress" })).toContainText("Changes requested");
    await page.getByRole("tab", { name: "Comments" }).click();
    await page.getByLabel("Answer").fill("Nobody says. I take the word out.");
    await page.getByRole("button", { name: "Answer" }).click();
    await expect(path.panel.getByText("Nobody says. I take the word out.")).toBeVisible();
    await writeBehind(page, "It was founded in 2023", " Nobody outside knows how much.");
    await page.getByRole("button", { name: "Resolve" }).click();
    await expect(path.panel.getByText("No open comments.")).toBeVisible();
    await nextStep(page).click();
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    await expect(nextStep(page)).toHaveAccessibleName(/^With the reviewers/);
  });

  await test.step("Otis approves every section, and only then does Mara publish", async () => {
    await otis.page.goto(`/desk/articles/${id}/review`);
    await expect(otis.page.getByText("Nobody outside knows how much.")).toBeVisible();
    await otis.page.getByRole("button", { name: "Approve all" }).click();
    await expect(otis.page.getByText("Every section is approved as it stands.")).toBeVisible();
    await expect(nextStep(page)).toHaveAccessibleName("Publish");
    await nextStep(page).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByRole("list", { name: "Progress" })).toContainText("Edition 1 published");
  });

  const address = `/${(await draftOf(id)).article.slug}`;
  const reader = await context.newPage();
  await test.step("readers find it with its contents, its sources and the way back from each", async () => {
    await reader.goto("/");
    await reader.getByRole("link", { name: title }).click();
    await expect(reader).toHaveURL(address);
    await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await reader.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "What to Watch" }).click();
    await expect(reader.getByRole("heading", { name: "What to Watch" })).toBeInViewport();
    const cited = reader.getByRole("listitem").filter({ hasText: means.shelf });
    await expect(cited.getByRole("link", { name: "h", exact: true })).toBeVisible();
    await cited.getByRole("link", { name: "a", exact: true }).click();
    await expect(reader.getByText("tightened year after year")).toBeInViewport();
    await expect(reader.getByRole("link", { name: "chip-market-outlook" })).toHaveAttribute("href", /chip-market/);
    await expect(reader.getByText("open licences told")).toBeVisible();
  });

  await test.step("Ada corrects it with a note, and both editions keep their addresses", async () => {
    await correct(ada, otis, id);
    await reader.goto(address);
    await expect(reader.getByRole("complementary", { name: "Correction" })).toContainText("It is 800,000 a year.");
    await expect(reader.getByText("A correction by Ada.")).toBeVisible();
    await reader.getByRole("link", { name: "Read the edition before it" }).click();
    await expect(reader).toHaveURL(`${address}/editions/1`);
    await expect(reader.getByRole("complementary", { name: "Older edition" })).toBeVisible();
    await expect(reader.getByText("A correction by Ada.")).toBeHidden();
    expect((await reader.goto(`${address}/editions/2`))?.status()).toBe(200);
    await expect(reader.getByText("A correction by Ada.")).toBeVisible();
  });

  await test.step("retracted, it stays where it is and says why, and leaves the front page; the feed tells of it", async () => {
    await ada.page.getByRole("button", { name: "More", exact: true }).click();
    await ada.page.getByRole("menuitem", { name: "Retract…" }).click();
    await ada.page.getByLabel("Why is it retracted? Readers see this.").fill("The figures were made up by a supplier.");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Retract" }).click();
    await expect(ada.page.getByRole("dialog")).toBeHidden();
    expect((await reader.goto(address))?.status()).toBe(200);
    await expect(reader.getByRole("complementary", { name: "Retraction" })).toContainText("made up by a supplier");
    await reader.goto("/");
    await expect(reader.getByRole("main")).not.toContainText(title);
    expect(await (await reader.request.get("/feed.xml")).text()).toContain(`<title>Retracted: ${title}</title>`);
  });
});

const nextStep = (page: Page) =>
  page.getByRole("banner").getByRole("button").and(page.locator(":not([aria-label=More])"));

const articleAt = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) as ArticleId;

async function refusedAtTheDoor(mara: Colleague, id: ArticleId): Promise<void> {
  const submitted = await mara.knock("review.submit", { articleId: id, note: "" });
  expect(submitted.status()).toBe(409);
  const { error: unsent } = await submitted.json();
  expect(unsent).toMatchObject({ kind: "blocked", message: "31 blockers are open." });
  expect(unsent.findings).toHaveLength(31);

  const { digest } = (await draftOf(id)).article;
  const published = await mara.knock("publishing.publish", { articleId: id, digest, kind: "publish", note: null });
  expect(published.status()).toBe(409);
  const { error: unprinted } = await published.json();
  const kinds: string[] = unprinted.obstacles.map((obstacle: { kind: string }) => obstacle.kind);
  expect(kinds.filter((kind) => kind === "open-blocker")).toHaveLength(31);
  expect(kinds).toEqual(expect.arrayContaining(["wrong-state", "unapproved"]));
}

/** Selects the last of these words in the manuscript, as with a double click, and says something about them. */
async function comment(page: Page, id: ArticleId, words: string, body: string): Promise<void> {
  await openDraft(page, id);
  await manuscript(page).getByText(words).dblclick();
  await page.getByRole("tab", { name: "Comments" }).click();
  await page.getByLabel("Your comment").fill(body);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Panel" }).getByText(body)).toBeVisible();
}

async function correct(ada: Colleague, otis: Colleague, id: ArticleId): Promise<void> {
  const { page } = ada;
  await openDraft(page, id);
  await writeBehind(page, "Whoever plans a data centre", " A correction by Ada.");
  await untilSaved(page);
  await nextStep(page).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("The reviewers have it now.")).toBeVisible();
  await approve(otis, id);
  await expect(nextStep(page)).toHaveAccessibleName("Publish");
  await nextStep(page).click();
  const dialog = page.getByRole("dialog", { name: "Publish a new edition" });
  await dialog.getByLabel("a correction").check();
  await expect(dialog.getByRole("button", { name: "Publish now" })).toBeDisabled();
  await dialog
    .getByLabel("What was wrong, and what is right")
    .fill("An earlier edition said 600,000. It is 800,000 a year.");
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await expect(dialog).toBeHidden();
}
