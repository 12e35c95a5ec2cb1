import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { houseKey, soundReceipt } from "@/server/receipts/testing/sound";
import { main } from "./main";

const folder = mkdtempSync(join(tmpdir(), "imprimatur-receipt-"));
const key = houseKey();
const { bytes, edition } = soundReceipt(key);
let site: Server;
let address: string;

beforeAll(async () => {
  site = createServer((_, response) => response.end(bytes));
  await new Promise<void>((up) => site.listen(0, "127.0.0.1", up));
  address = `http://localhost:${(site.address() as AddressInfo).port}/the-mill/editions/2/receipt.json`;
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** The exit code and all that was said. */
async function verify(...args: string[]) {
  let said = "";
  const keep = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  const spies = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  for (const spy of spies) spy.mockImplementation(keep);
  const code = await main(["verify-receipt", ...args]);
  for (const spy of spies) spy.mockRestore();
  return { code, said };
}

test("a sound receipt with its edition and the house's key is exit code 0, and without a key it says whose to ask for", async () => {
  const [receipt, text] = [file("receipt.json", bytes), file("edition.json", edition)];
  const sound = await verify(receipt, `--key=${key.id}`, "--edition", text);
  expect(sound.said).toContain("The receipt is sound.");
  expect(sound.said).toContain("to the letter, the text that was approved");
  expect(sound.code).toBe(0);
  const unpinned = await verify(receipt);
  expect([unpinned.code, unpinned.said.includes(`ask the house whether its key is ${key.id}`)]).toEqual([0, true]);
});

test("what was changed is exit code 1 with what is wrong, and what cannot be read is 2", async () => {
  const changed = await verify(file("changed.json", bytes.toString().replace("Tomas Hale", "Tomas Vale")));
  expect(changed.said).toContain("The signature does not fit");
  expect(changed.code).toBe(1);
  const other = await verify(file("receipt.json", bytes), `--key=${houseKey().id}`);
  expect([other.code, other.said.includes("a key that you did not name")]).toEqual([1, true]);
  expect((await verify(file("broken.json", "{}"))).code).toBe(2);
  expect((await verify(join(folder, "nothing.json"))).code).toBe(2);
  expect((await verify()).code).toBe(2);
  expect((await verify("--trust-me", file("receipt.json", bytes))).code).toBe(2);
});

test("a receipt of a site on this very machine is fetched only for who says so", async () => {
  expect((await verify(address)).code).toBe(2);
  expect((await verify(address, "--loopback")).code).toBe(0);
});
