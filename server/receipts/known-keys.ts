import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { KeySet } from "@/domain/publishing/receipt/jwk";
import { Thumbprint } from "@/domain/publishing/receipt/receipt";
import { fail, ok, type Result } from "@/domain/result";
import { readJson, thumbprintOf } from "./checked";

/** The thumbprints that a text names: one by itself, a public key in PEM, or a site's set of keys; refused for all else. */
export function keysIn(text: string): Result<string[], string> {
  const plain = text.trim();
  if (Thumbprint.safeParse(plain).success) return ok([plain]);
  if (plain.startsWith("-----BEGIN")) return keyInPem(plain);
  const read = readJson(Buffer.from(plain, "utf8"));
  const set = KeySet.safeParse(read.ok ? read.value.value : null);
  if (!set.success) return fail("The key is neither a thumbprint, nor a public key in PEM, nor a set of keys.");
  const wrong = set.data.keys.find(({ kid, x }) => thumbprintOf(x) !== kid);
  return wrong
    ? fail(`The key ${wrong.kid} of the set is not the one that it says.`)
    : ok(set.data.keys.map(({ kid }) => kid));
}

const Jwk = z.object({ crv: z.literal("Ed25519"), x: z.string() });

function keyInPem(pem: string): Result<string[], string> {
  try {
    const jwk = Jwk.safeParse(createPublicKey(pem).export({ format: "jwk" }));
    return jwk.success ? ok([thumbprintOf(jwk.data.x)]) : fail("The key is not an Ed25519 key.");
  } catch {
    return fail("The key cannot be read.");
  }
}
