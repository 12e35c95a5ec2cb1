import { bring, draftOf, release, reportOn, unheard } from "./articles";
import { expect, test } from "./newsroom";
import { visit } from "@/server/testing/internet/visit";

test("a pasted DOI is looked up, what the services say stands side by side, and the record tells where it is from", async ({
  hire,
}) => {
  const { page } = await hire("Mara Eklund", "editor");
  await page.goto("/desk/sources");
  await page.getByRole("button", { name: "New source" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Paste what you have").fill("see https://doi.org/10.5555/CHAPTER.3");
  await dialog.getByRole("button", { name: "Look it up" }).click();
  await expect(dialog.getByRole("columnheader", { name: "Crossref" })).toBeVisible();
  await expect(dialog.getByText("DataCite does not know it")).toBeVisible();
  await dialog.getByRole("columnheader", { name: "Crossref" }).getByRole("button", { name: "Take all" }).click();
  await expect(dialog.getByLabel("Title", { exact: true })).toHaveValue(/Ferries before bridges/);
  await dialog.getByRole("button", { name: "Add to the library" }).click();
  await expect(dialog).toBeHidden();

  await page.goto("/desk/sources?q=Ferries+before+bridges");
  await page.getByRole("link", { name: /Ferries before bridges/ }).click();
  await expect(page.getByText(/^Crossref, \d+ \w+ \d{4}$/).first()).toBeVisible();
  await expect(page.getByText("see https://doi.org/10.5555/CHAPTER.3")).toBeVisible();
});

test("a source that is taken off the web becomes a task for the article's owner and a notice for its readers", async ({
  hire,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const title = unheard("Counted at the quay");
  const id = await bring(
    mara,
    `# ${title}\n\nBy Mara Eklund\n\nThe ferry is full [1].\n\n## Sources\n\n1. The port office.\n`,
  );
  const [line] = (await draftOf(id)).manuscript.references;
  const made = await mara.send<{ sourceId: string }>("reference.create-source", {
    articleId: id,
    referenceId: line?.id,
    record: { ...reportOn(title), URL: "https://changing.example/report" },
  });
  const path = await release(mara, otis, id);

  await visit("http://changing.example/now/gone");
  await mara.send("source.check", { sourceIds: [made.sourceId] });
  await expect
    .poll(async () => (await (await mara.page.request.get(path)).text()).includes("Not at its address since"), {
      timeout: 45_000,
    })
    .toBe(true);
  await mara.page.goto("/desk");
  const tasks = mara.page.getByRole("region", { name: /For you/ });
  await expect(tasks.getByRole("link", { name: title, exact: true })).toBeVisible();
  await mara.page.goto(`/desk/articles/${id}`);
  await expect(mara.page.getByText(/source\/dead|is gone|no longer at its address/i).first()).toBeVisible();
});
