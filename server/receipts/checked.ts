import { createHash, createPublicKey, verify } from "node:crypto";
import { canonicalJson } from "@/domain/document/canonical";
import { publicJwk, thumbprintText } from "@/domain/publishing/receipt/jwk";
import { type Receipt, SignedReceipt } from "@/domain/publishing/receipt/receipt";
import { fail, ok, type Result } from "@/domain/result";

/** One thing that was looked at, and what was found, as a sentence. */
export type Check = { ok: boolean; words: string };

/** A receipt that could be read, its own hash, and whether its bytes, its key and its signature belong together. */
export type CheckedReceipt = { receipt: Receipt; sha256: string; checks: Check[] };

/**
 * Reads the bytes of a receipt and checks what can be checked of it alone: that they are the canonical form (RFC 8785), so
 * that no byte can be another, that the key is the one it names (RFC 7638), and the signature (RFC 8032). Refused, with the
 * reason, where it is no receipt.
 */
export function checkReceipt(bytes: Uint8Array): Result<CheckedReceipt, string> {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const signed = SignedReceipt.safeParse(read.value.value);
  if (!signed.success)
    return fail(`It is no receipt: ${signed.error.issues[0]?.path.join(".") ?? ""} is not as it should be.`);
  const { receipt, signature } = signed.data;
  const isCanonical = canonicalJson(read.value.value) === read.value.text;
  const isNamed = thumbprintOf(signature.publicKey) === receipt.key;
  const isSigned = isSignatureOf(canonicalJson(receipt), signature);
  return ok({
    receipt,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    checks: [
      told(
        isCanonical,
        "Its bytes are in the one form that it can have.",
        "Its bytes are not as they were written: it was changed or formatted anew.",
      ),
      told(
        isNamed,
        `Its key is the one that it names, ${receipt.key}.`,
        `It names the key ${receipt.key}, but bears another.`,
      ),
      told(
        isSigned,
        "The signature is that key’s, over just these words.",
        "The signature does not fit: something in it was changed, or somebody else signed it.",
      ),
    ],
  });
}

export const told = (isSo: boolean, yes: string, no: string): Check => ({ ok: isSo, words: isSo ? yes : no });

/** A public key's thumbprint (RFC 7638), base64url. */
export const thumbprintOf = (publicKey: string): string =>
  createHash("sha256").update(thumbprintText(publicKey)).digest("base64url");

/** JSON in UTF-8, strictly; the text is kept, because two texts can mean the same. */
export function readJson(bytes: Uint8Array): Result<{ text: string; value: unknown }, string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return ok({ text, value: JSON.parse(text) as unknown });
  } catch {
    return fail("It is not JSON in UTF-8.");
  }
}

function isSignatureOf(text: string, { publicKey, value }: SignedReceipt["signature"]): boolean {
  const bytes = Buffer.from(value, "base64url");
  // Of several ways to write the same bytes only one is ours.
  if (bytes.toString("base64url") !== value) return false;
  try {
    const key = createPublicKey({ key: publicJwk(publicKey), format: "jwk" });
    return verify(null, Buffer.from(text, "utf8"), key, bytes);
  } catch {
    return false;
  }
}
