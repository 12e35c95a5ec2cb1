import { parseArgs } from "node:util";
import { bytesAt } from "@/server/receipts/bytes-at";
import { type KnownKey, keysIn } from "@/server/receipts/known-keys";
import { verifyReceipt } from "@/server/receipts/verify";
import { momentOf } from "@/domain/publishing/dates";
import { fail, ok, type Result } from "@/domain/result";
import type { Command } from "./command";

/** Whether a receipt is sound: 0 when it is, 1 with what is wrong, 2 when something cannot be read. It needs no database. */
export const verifyReceiptAt: Command = {
  usage: "verify-receipt FILE|URL [--key KEY]",
  summary: "check the receipt of an edition without trusting the site that it is from",
  run,
};

async function run(args: readonly string[]): Promise<number> {
  const called = optionsIn(args);
  if (!called.ok) return unreadable(called.error);
  const { place, key, edition, previous, loopback } = called.value;
  const receipt = await bytesAt(place, loopback);
  if (!receipt.ok) return unreadable(receipt.error);
  const keys = key === null ? ok(null) : await keysAt(key, loopback);
  if (!keys.ok) return unreadable(keys.error);
  const text = edition === null ? ok(null) : await bytesAt(edition, loopback);
  if (!text.ok) return unreadable(text.error);
  const before = previous === null ? ok(null) : await bytesAt(previous, loopback);
  if (!before.ok) return unreadable(before.error);

  const given = { receipt: receipt.value, keys: keys.value, edition: text.value, previous: before.value };
  const result = verifyReceipt(given);
  if (!result.ok) return unreadable(result.error);
  const { receipt: said, sha256, checks } = result.value;
  const sound = checks.every((check) => check.ok);
  const lines = [
    `Receipt of “${said.edition.title}”, edition ${said.edition.number} of ${said.site.name}, ${momentOf(said.edition.published)}`,
    ...checks.map((check) => `  ${check.ok ? "✓" : "✗"} ${check.words}`),
    `  Its SHA-256 is ${sha256}.`,
    sound ? "The receipt is sound." : "The receipt is NOT sound. Do not rely on it.",
    ...(sound && keys.value === null
      ? [`Nobody said whose key it is: ask the house whether its key is ${said.key}, and give it with --key.`]
      : []),
  ];
  process.stdout.write(`${lines.map(printable).join("\n")}\n`);
  return sound ? 0 : 1;
}

type Called = {
  place: string;
  key: string | null;
  edition: string | null;
  previous: string | null;
  loopback: boolean;
};

function optionsIn(args: readonly string[]): Result<Called, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: "string" },
        edition: { type: "string" },
        previous: { type: "string" },
        loopback: { type: "boolean" },
      },
    });
    const [place] = positionals;
    if (place === undefined || positionals.length > 1)
      return fail(
        "Usage: imprimatur verify-receipt FILE|URL [--key THUMBPRINT|FILE] [--edition FILE|URL] [--previous FILE|URL] [--loopback]",
      );
    const { key = null, edition = null, previous = null, loopback = false } = values;
    return ok({ place, key, edition, previous, loopback });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function keysAt(key: string, loopback: boolean): Promise<Result<KnownKey[], string>> {
  if (keysIn(key).ok) return keysIn(key);
  const bytes = await bytesAt(key, loopback);
  return bytes.ok ? keysIn(Buffer.from(bytes.value).toString("utf8")) : bytes;
}

/** What a stranger wrote must not move the cursor. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD");

function unreadable(why: string): number {
  process.stderr.write(`${printable(why)}\n`);
  return 2;
}
