import { fail, ok, type Result } from "@/domain/result";
import { checkEdition } from "./against-edition";
import { type Check, type CheckedReceipt, checkReceipt, told } from "./checked";

/** What is checked, as bytes: a receipt, and where given the edition's JSON and the receipt before it. */
export type Given = {
  receipt: Uint8Array;
  /** Thumbprints of keys that the reader knows to be the house's; null where none is known. */
  keys: readonly string[] | null;
  edition: Uint8Array | null;
  previous: Uint8Array | null;
};

/** Checks a receipt without a database and without trusting whoever gave it; refused where something cannot be read. */
export function verifyReceipt({ receipt, keys, edition, previous }: Given): Result<CheckedReceipt, string> {
  const checked = checkReceipt(receipt);
  if (!checked.ok) return checked;
  const checks = [...checked.value.checks];
  if (keys)
    checks.push(
      told(
        keys.includes(checked.value.receipt.key),
        "The key is one that you know.",
        "It was signed with a key that you did not name.",
      ),
    );
  if (previous) {
    const chain = checkChain(checked.value, previous);
    if (!chain.ok) return fail(`The receipt before it: ${chain.error}`);
    checks.push(...chain.value);
  }
  if (edition) {
    const text = checkEdition(edition, checked.value.receipt);
    if (!text.ok) return fail(`The edition: ${text.error}`);
    checks.push(...text.value);
  }
  return ok({ ...checked.value, checks });
}

/** A key may have been replaced between two receipts: the older one only has to be sound under its own. */
function checkChain({ receipt }: CheckedReceipt, previous: Uint8Array): Result<Check[], string> {
  const before = checkReceipt(previous);
  if (!before.ok) return before;
  const { receipt: older, sha256, checks } = before.value;
  const isOlder = older.article === receipt.article && older.edition.number < receipt.edition.number;
  return ok([
    told(
      receipt.previous === sha256,
      "It follows the receipt before it.",
      "It does not follow the receipt that you gave as the one before it.",
    ),
    told(
      isOlder,
      "Both are of one article, in their order.",
      "The receipt before it is of another article, or not older.",
    ),
    told(
      checks.every((check) => check.ok),
      "The receipt before it is sound as well.",
      "The receipt before it is not sound.",
    ),
  ]);
}
