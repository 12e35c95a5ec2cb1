import { type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "@/domain/document/canonical";
import type { Receipt, SignedReceipt } from "@/domain/publishing/receipt/receipt";

/** The text of a signed receipt, byte for byte as it is published: Ed25519 (RFC 8032) over canonical JSON (RFC 8785). */
export function signedText(receipt: Receipt, key: { publicKey: string; secret: KeyObject }): string {
  const value = sign(null, Buffer.from(canonicalJson(receipt), "utf8"), key.secret).toString("base64url");
  const signed: SignedReceipt = { receipt, signature: { algorithm: "Ed25519", publicKey: key.publicKey, value } };
  return canonicalJson(signed);
}
