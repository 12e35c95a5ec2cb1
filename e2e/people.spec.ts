import type { Page } from "@playwright/test";
import { bringClean, unheard } from "./articles";
import { expect, test } from "./newsroom";
import { recruit, signInByForm } from "./recruits";

const signInPage = (page: Page) => page.getByRole("heading", { name: "Sign in to the desk" });

test("an admin invites by a link, and whoever opens it joins, signs in and is on the list", async ({
  hire,
  browser,
}) => {
  const ada = await hire("Ada Lindqvist", "admin");
  const name = unheard("Nils Newcomer");
  await ada.page.goto("/desk/people");
  await ada.page.getByRole("button", { name: "Invite somebody" }).click();
  const asked = ada.page.getByRole("dialog", { name: "Invite somebody" });
  await asked.getByLabel("Name").fill(name);
  await asked.getByLabel("E-mail").fill(`${name.replaceAll(" ", ".").toLowerCase()}@example.org`);
  await asked.getByRole("button", { name: "reviewer" }).click();
  await asked.getByRole("button", { name: "Make a link" }).click();
  const link = await ada.page
    .getByRole("dialog", { name: `A link for ${name}` })
    .getByLabel("Link")
    .inputValue();

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText("You are invited as editor and reviewer.")).toBeVisible();
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Join and sign in" }).click();
  await expect(page.getByText("Use at least 12 characters.")).toBeVisible();
  await page.getByLabel("New password").fill("a boat and a bridge");
  await page.getByRole("button", { name: "Join and sign in" }).click();
  await page.waitForURL("**/desk");
  await expect(page.getByRole("button", { name: `You: ${name}` })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText("It was used already.")).toBeVisible();
  await ada.page.goto("/desk/people");
  await expect(ada.page.getByRole("row", { name })).toContainText("active");
  await context.close();
});

test("a wrong password is refused in words, and the right one leads to where one was going", async ({ hire, page }) => {
  const ada = await hire("Ada Lindqvist", "admin");
  const mara = await recruit(ada, "Mara Eklund", "editor");
  await page.goto("/desk/account");
  await expect(signInPage(page)).toBeVisible();
  await page.getByLabel("E-mail").fill(mara.email.toUpperCase());
  await page.getByLabel("Password").fill("not the ferry");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await page.getByLabel("Password").fill(mara.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("after ten wrong tries nobody is let in for a while, and the page says how long", async ({ hire, page }) => {
  const ada = await hire("Ada Lindqvist", "admin");
  const mara = await recruit(ada, "Mara Eklund", "editor");
  await page.setExtraHTTPHeaders({ "x-forwarded-for": unheard("2001:db8:").replace(" ", "") });
  for (let attempt = 0; attempt < 10; attempt++) {
    await signInByForm(page, { ...mara, password: `wrong ${attempt}` });
    await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  }
  await signInByForm(page, mara);
  await expect(page.getByText(/Too many attempts. Try again in \d+ minutes./)).toBeVisible();
});

test("signing out ends one's sessions everywhere, at once", async ({ hire, browser }) => {
  const mara = await hire("Mara Eklund", "editor");
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(await mara.context.cookies());
  const other = await elsewhere.newPage();
  await other.goto("/desk/account");
  await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible();

  await mara.page.goto("/desk/account");
  await mara.page.getByRole("button", { name: "You: Mara Eklund" }).click();
  await mara.page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(signInPage(mara.page)).toBeVisible();
  await other.reload();
  await expect(signInPage(other)).toBeVisible();
  await elsewhere.close();
});

test("a new password ends all other sessions and keeps this one", async ({ hire, page, browser }) => {
  const ada = await hire("Ada Lindqvist", "admin");
  const mara = await recruit(ada, "Mara Eklund", "editor");
  await signInByForm(page, mara);
  await page.waitForURL("**/desk");
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(await page.context().cookies());
  const other = await elsewhere.newPage();

  await page.goto("/desk/account");
  await page.getByLabel("Current password").fill(mara.password);
  await page.getByLabel("New password").fill("a tunnel under the bridge");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("All your other sessions have ended.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await other.goto("/desk/account");
  await expect(signInPage(other)).toBeVisible();
  await signInByForm(other, mara);
  await expect(other.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await elsewhere.close();
});

test("whoever is deactivated is out at once, with what they were about to do", async ({ hire }) => {
  const ada = await hire("Ada Lindqvist", "admin");
  const bo = await hire(unheard("Bo Lindgren"), "editor");
  await bo.page.goto("/desk/import");
  await ada.page.goto("/desk/people");
  await ada.page.getByRole("button", { name: `More for ${bo.name}` }).click();
  await ada.page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(ada.page.getByRole("row", { name: bo.name })).toContainText("deactivated");

  await bo.page.getByLabel("The draft").fill("A draft that comes too late.");
  await bo.page.getByRole("button", { name: "Import the draft" }).click();
  await expect(bo.page.getByRole("alert").filter({ hasText: "Please sign in again." })).toBeVisible();
  expect((await bo.knock("article.create", { title: "Too late" })).status()).toBe(401);
  await bo.page.reload();
  await expect(signInPage(bo.page)).toBeVisible();
});

test("a reviewer reads and comments, and finds no tool to write with", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const id = await bringClean(mara, unheard("Not for reviewers' pens"));
  const { page } = otis;
  await page.goto(`/desk/articles/${id}`);
  const text = page.getByRole("textbox", { name: "Manuscript" });
  await expect(text).toContainText("Ferries still run.");
  await expect(text).toHaveAttribute("contenteditable", "false");
  await expect(page.getByRole("toolbar", { name: "Format" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Add a section" })).toBeHidden();
  await expect(page.getByRole("button", { name: /^(Delete|Rename|Move) / })).toHaveCount(0);
  await expect(page.getByRole("banner").getByRole("button", { name: /With the editors/ })).toBeDisabled();
  expect((await otis.knock("article.create", { title: "By a reviewer" })).status()).toBe(403);
  expect((await page.goto("/desk/import"))?.status()).toBe(404);
  expect((await page.goto("/desk/people"))?.status()).toBe(404);
});
