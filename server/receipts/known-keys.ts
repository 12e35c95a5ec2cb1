import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { KeySet } from "@/domain/publishing/receipt/jwk";
import { Thumbprint } from "@/domain/publishing/receipt/receipt";
import { fail, ok, type Result } from "@/domain/result";
import { readJson, thumbprintOf } from "./checked";

/** A key that a reader knows by its thumbprint, with the time in which it signed where that is known; until null, it signs still. */
export type KnownKey = { id: string; signed: { from: string; until: string | null } | null };

/** The keys that a text names: a thumbprint by itself, a public key in PEM, or a site's set of keys; refused for all else. */
export function keysIn(text: string): Result<KnownKey[], string> {
  const plain = text.trim();
  if (Thumbprint.safeParse(plain).success) return ok([{ id: plain, signed: null }]);
  if (plain.startsWith("-----BEGIN")) return keyInPem(plain);
  const read = readJson(Buffer.from(plain, "utf8"));
  const set = KeySet.safeParse(read.ok ? read.value.value : null);
  if (!set.success) return fail("The key is neither a thumbprint, nor a public key in PEM, nor a set of keys.");
  const wrong = set.data.keys.find(({ kid, x }) => thumbprintOf(x) !== kid);
  return wrong
    ? fail(`The key ${wrong.kid} of the set is not the one that it says.`)
    : ok(set.data.keys.map(({ kid, from, until }) => ({ id: kid, signed: { from, until } })));
}

const Jwk = z.object({ crv: z.literal("Ed25519"), x: z.string() });

function keyInPem(pem: string): Result<KnownKey[], string> {
  try {
    const jwk = Jwk.safeParse(createPublicKey(pem).export({ format: "jwk" }));
    return jwk.success ? ok([{ id: thumbprintOf(jwk.data.x), signed: null }]) : fail("The key is not an Ed25519 key.");
  } catch {
    return fail("The key cannot be read.");
  }
}
