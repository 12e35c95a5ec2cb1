import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringClean, release, unheard } from "./articles";
import { expect, test } from "./newsroom";

test("a reader checks an edition by its receipt, from before and after its key was replaced, and a forged one is found out", async ({
  hire,
  page: reader,
  baseURL,
}) => {
  const ada = await hire("Ada Lindqvist", "admin", "reviewer");
  const mara = await hire("Mara Eklund", "editor");
  const before = await release(mara, ada, await bringClean(mara, unheard("Signed")));
  await ada.page.goto("/desk/settings/signing");
  await ada.page.getByRole("button", { name: "Replace this key…" }).click();
  const asked = ada.page.getByRole("dialog", { name: "Replace the key that signs?" });
  await expect(asked).toContainText("stays published");
  await expect(asked).toContainText("That cannot be undone");
  await asked.getByRole("button", { name: "Replace the key" }).click();
  await expect(ada.page.getByText("From now on this key signs")).toBeVisible();
  await expect(ada.page.getByRole("heading", { name: "Keys that have retired" })).toBeVisible();
  const after = await release(mara, ada, await bringClean(mara, unheard("Signed anew")));

  const keys = new Set<string>();
  for (const path of [before, after]) {
    await reader.goto(path);
    await reader
      .getByRole("link", { name: /receipt/i })
      .first()
      .click();
    await expect(reader.getByRole("heading", { name: "Who stands for it" })).toBeVisible();
    const url = new URL(`${path}/editions/1/receipt.json`, baseURL).href;
    const { code, said } = await imprimatur("verify-receipt", url, "--loopback", "--key", keysOf(baseURL));
    expect(said).toContain("The receipt is sound.");
    expect(code).toBe(0);
    keys.add(/Its key is the one that it names, (\S+)\./.exec(said)?.[1] ?? "");
  }
  expect(keys.size).toBe(2);

  const folder = await mkdtemp(join(tmpdir(), "imprimatur-forged-"));
  const forged = join(folder, "receipt.json");
  const text = await (await reader.request.get(`${after}/editions/1/receipt.json`)).text();
  await writeFile(forged, text.replace("Ada Lindqvist", "Eva Lindqvist"));
  const { code, said } = await imprimatur("verify-receipt", forged);
  await rm(folder, { recursive: true });
  expect(said).toContain("The signature does not fit");
  expect(said).toContain("The receipt is NOT sound. Do not rely on it.");
  expect(code).toBe(1);
});

const keysOf = (baseURL: string | undefined): string => new URL("/.well-known/imprimatur-keys.json", baseURL).href;

/** The command line as anybody runs it: its exit code and all that it said. */
function imprimatur(...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, ["cli/imprimatur.mjs", ...words], (error, out, wrong) =>
      resolve({ code: error ? Number(error.code) : 0, said: `${out}${wrong}` }),
    ),
  );
}
