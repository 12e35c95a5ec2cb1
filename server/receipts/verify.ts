import { fail, ok, type Result } from "@/domain/result";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { checkEdition } from "./against-edition";
import { type Check, type CheckedReceipt, checkReceipt, told } from "./checked";
import type { KnownKey } from "./known-keys";

/** What is checked, as bytes: a receipt, and where given the edition's JSON and the receipt before it. */
export type Given = {
  receipt: Uint8Array;
  /** Keys that the reader knows to be the house's; null where none is known. */
  keys: readonly KnownKey[] | null;
  edition: Uint8Array | null;
  previous: Uint8Array | null;
};

/** Checks a receipt without a database and without trusting whoever gave it; refused where something cannot be read. */
export function verifyReceipt({ receipt, keys, edition, previous }: Given): Result<CheckedReceipt, string> {
  const checked = checkReceipt(receipt);
  if (!checked.ok) return checked;
  const checks = [...checked.value.checks];
  if (keys) checks.push(checkKey(checked.value.receipt, keys));
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

/** By so many milliseconds the clocks of a house's machines may differ. */
const tolerance = 5 * 60 * 1000;

/** Whether the key is known; and where it is known when it signed, that this was then: a stolen key signs for ever. */
function checkKey({ key, made }: Receipt, keys: readonly KnownKey[]): Check {
  const known = keys.find(({ id }) => id === key);
  if (!known?.signed)
    return told(
      known !== undefined,
      "The key is one that you know.",
      "It was signed with a key that you did not name.",
    );
  const { from, until } = known.signed;
  const at = Date.parse(made);
  const isInTime = at >= Date.parse(from) - tolerance && (until === null || at <= Date.parse(until) + tolerance);
  return told(
    isInTime,
    "The key is one that you know, and it signed at that time.",
    `The receipt says that it was made at ${made}, when its key did not sign: it signed from ${from} ${until ? `to ${until}` : "on"}.`,
  );
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
