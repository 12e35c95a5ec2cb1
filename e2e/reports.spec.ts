import type { Page } from "@playwright/test";
import { bringClean, release, unheard } from "./articles";
import { openDraft } from "./manuscript";
import { expect, test } from "./newsroom";

test("a reader without an account or a script reports a citation, and the desk has a task and a finding of it", async ({
  hire,
  browser,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const id = await bringClean(mara, unheard("Read with care"));
  const path = await release(mara, otis, id);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  await page
    .getByRole("link", { name: /report/i })
    .first()
    .click();
  const form = await openFirst(page);
  await form.getByLabel("What is wrong?").fill("The report counts boats.\nIt never counts ferries.");
  await form.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Is this what you want to say?" })).toBeVisible();
  await page.getByRole("button", { name: "Send it to the newsroom" }).click();
  await expect(page.getByRole("alert")).toContainText("That was very quick.");
  await expect(page.getByText("It never counts ferries.")).toBeVisible();
  await readOneself();
  await page.getByRole("button", { name: "Send it to the newsroom" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await context.close();

  await mara.page.goto("/desk");
  await expect(mara.page.getByText("The report counts boats.")).toBeVisible();
  await openDraft(mara.page, id);
  await expect(mara.page.getByText("A reader reports a problem with").first()).toBeVisible();
});

test("a program that fills in every field is answered in words, and so is whoever reports without end", async ({
  hire,
  page,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const path = await release(mara, otis, await bringClean(mara, unheard("Spammed")));
  await page.goto(`${path}/report`);
  const form = await openFirst(page);
  await form.locator("[name=website]").evaluate((field) => field.setAttribute("value", "https://spam.example"));
  await form.getByLabel("What is wrong?").fill("Buy boats.");
  await form.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("Leave the last field empty: it is there for programs.")).toBeVisible();

  const place = unheard("a place of its own");
  const sheet = await (await page.request.get(`${path}/report`)).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(sheet)?.[1] ?? "";
  const send = (fields: Record<string, string>) =>
    page.request.post("/api/report", {
      form: { article: hidden("article"), edition: "1", reference: "", words: "Boats, again.", website: "", ...fields },
      headers: { "x-forwarded-for": place },
    });
  const tokenIn = (text: string): string => /name="token" value="([^"]*)"/.exec(text)?.[1] ?? "";
  const token = tokenIn(await (await send({})).text());
  await readOneself();
  const answers = [];
  for (let times = 0; times < 6; times += 1) answers.push(await send({ token }));
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await answers.at(-1)?.text()).toContain("Too many attempts. Try again in");
});

/** Nobody reads their own words in less time than the product gives them. */
async function readOneself(): Promise<void> {
  const begun = Date.now();
  await expect.poll(() => Date.now() - begun, { timeout: 10_000 }).toBeGreaterThan(3_200);
}

/** Opens the form of the first source. */
async function openFirst(page: Page) {
  const source = page.locator("details").first();
  await source.locator("summary").click();
  return source;
}
