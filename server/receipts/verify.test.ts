import { sign } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "@/domain/document/canonical";
import { keysIn } from "./known-keys";
import { houseKey, soundReceipt } from "./testing/sound";
import { verifyReceipt } from "./verify";

const key = houseKey();
const { bytes, edition, receipt } = soundReceipt(key);
const known = { id: key.id, signed: null };
const alone = { keys: null, edition: null, previous: null };
const trials = Number(process.env["MUTATIONS"]) || 1_000;

/** Whether all is well with what is given; "unreadable" where it is none. */
function verdict(given: Partial<Parameters<typeof verifyReceipt>[0]>): "sound" | "unsound" | "unreadable" {
  const result = verifyReceipt({ ...alone, receipt: bytes, ...given });
  if (!result.ok) return "unreadable";
  return result.value.checks.every(({ ok }) => ok) ? "sound" : "unsound";
}

test("a receipt as it was signed is sound, with its edition, under the house's key", () => {
  expect(verdict({})).toBe("sound");
  expect(verdict({ keys: [known], edition })).toBe("sound");
});

/** A change of some bytes, that leaves other bytes. */
const damage = fc
  .tuple(fc.constantFrom("flip", "insert", "delete", "swap"), fc.nat(bytes.length - 2), fc.nat(7), fc.nat(255))
  .map(([how, at, bit, value]) => {
    const changed = Buffer.from(bytes);
    if (how === "flip") changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
    if (how === "insert") return Buffer.concat([bytes.subarray(0, at), Buffer.of(value), bytes.subarray(at)]);
    if (how === "delete") return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    if (how === "swap") [changed[at], changed[at + 1]] = [bytes[at + 1] ?? 0, bytes[at] ?? 0];
    return changed;
  })
  .filter((changed) => !changed.equals(bytes));

test("a receipt with any byte flipped, added, taken out or swapped is found out, a thousand times", () => {
  fc.assert(
    fc.property(damage, (changed) => verdict({ receipt: changed }) !== "sound"),
    { numRuns: trials },
  );
});

/** Every value in a receipt, by its way from the top. */
function leavesOf(value: unknown, way: string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [way];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...way, name]));
}

function withAnother(value: unknown, [name, ...rest]: string[], seed: string): unknown {
  if (name === undefined) {
    if (typeof value === "number") return value + 1 + seed.length;
    if (typeof value === "string")
      return /^[0-9a-f]{64}$/.test(value) ? value.replace(/./g, (c) => (c === "f" ? "0" : "f")) : value + seed;
    return value === null ? seed : null;
  }
  const entries = Object.entries(value as object).map(([each, inner]) => [
    each,
    each === name ? withAnother(inner, rest, seed) : inner,
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

test("a receipt in which one word or number is another, written in canonical form again, is found out", () => {
  const signed: unknown = JSON.parse(bytes.toString("utf8"));
  const ways = leavesOf(signed);
  fc.assert(
    fc.property(fc.constantFrom(...ways), fc.string({ minLength: 1 }), (way, seed) => {
      const changed = Buffer.from(canonicalJson(withAnother(signed, way, seed)), "utf8");
      return changed.equals(bytes) || verdict({ receipt: changed }) !== "sound";
    }),
    { numRuns: trials },
  );
});

test("the signature of another receipt of the same house does not fit", () => {
  const other = soundReceipt(key, { made: "2026-11-24T09:30:00.000Z" });
  const [one, two] = [bytes, other.bytes].map((each) => JSON.parse(each.toString("utf8")) as Record<string, unknown>);
  const swapped = Buffer.from(canonicalJson({ ...one, signature: two?.["signature"] }), "utf8");
  expect(verdict({ receipt: swapped })).toBe("unsound");
});

test("what somebody else signed with a key of their own is found out by who knows the house's key", () => {
  const forged = soundReceipt(houseKey()).bytes;
  expect(verdict({ receipt: forged })).toBe("sound");
  expect(verdict({ receipt: forged, keys: [known] })).toBe("unsound");
});

test("what a key signed before it began or after it retired is found out by who knows when it signed", () => {
  const made = Date.parse(receipt.made);
  const signed = (from: number, until: number | null) =>
    verdict({
      keys: [
        {
          id: key.id,
          signed: {
            from: new Date(made + from * 60_000).toISOString(),
            until: until === null ? null : new Date(made + until * 60_000).toISOString(),
          },
        },
      ],
    });
  expect([signed(-60, null), signed(-60, 60), signed(1, null), signed(-60, -1)]).toEqual(Array(4).fill("sound"));
  expect([signed(60, null), signed(-120, -60)]).toEqual(Array(2).fill("unsound"));
});

test("what somebody else signed under the name of the house's key is found out by everybody", () => {
  const stranger = houseKey();
  const forged = soundReceipt({ ...stranger, id: key.id }).bytes;
  expect(verdict({ receipt: forged })).toBe("unsound");
  const value = sign(null, Buffer.from(canonicalJson(receipt)), stranger.secret).toString("base64url");
  const claimed = { receipt, signature: { algorithm: "Ed25519", publicKey: key.publicKey, value } };
  expect(verdict({ receipt: Buffer.from(canonicalJson(claimed)) })).toBe("unsound");
});

test("a receipt holds on to the one before it, and to no other", () => {
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const next = soundReceipt(key, { previous: hash, edition: { ...receipt.edition, number: 3 } }).bytes;
  expect(verdict({ receipt: next, previous: bytes })).toBe("sound");
  const other = soundReceipt(key, { made: "2026-11-24T09:30:00.000Z" }).bytes;
  expect(verdict({ receipt: next, previous: other })).toBe("unsound");
  expect(verdict({ receipt: bytes, previous: next })).toBe("unsound");
});

test("an edition in which a word or a source is another than was approved is found out", () => {
  const said = edition.toString("utf8");
  for (const [was, is] of [
    ["four centuries", "five centuries"],
    ["Working by the Moon", "Working by the Sun"],
    ["The mill that runs on the moon", "The mill that runs on the sun"],
  ] as const) {
    expect(said).toContain(was);
    expect(verdict({ edition: Buffer.from(said.replaceAll(was, is)) })).toBe("unsound");
  }
  const shorter = JSON.parse(said) as { sections: unknown[] };
  shorter.sections.pop();
  expect(verdict({ edition: Buffer.from(JSON.stringify(shorter)) })).not.toBe("sound");
});

test("a key is known by its thumbprint, in PEM or in a site's set of keys, and a set that lies about a key is refused", () => {
  const jwk = {
    kty: "OKP",
    crv: "Ed25519",
    x: key.publicKey,
    kid: key.id,
    use: "sig",
    from: receipt.made,
    until: null,
  };
  expect(keysIn(`${key.id}\n`)).toEqual({ ok: true, value: [known] });
  expect(keysIn(JSON.stringify({ keys: [jwk] }))).toEqual({
    ok: true,
    value: [{ id: key.id, signed: { from: jwk.from, until: jwk.until } }],
  });
  expect(keysIn(JSON.stringify({ keys: [{ ...jwk, x: houseKey().publicKey }] })).ok).toBe(false);
  expect(keysIn("my key").ok).toBe(false);
});

test("what is no receipt is said to be none", () => {
  for (const text of ["", "{}", "[[[[", "null", bytes.toString("utf8").slice(0, -1)])
    expect(verdict({ receipt: Buffer.from(text) })).toBe("unreadable");
});
