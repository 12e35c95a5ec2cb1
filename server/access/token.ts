import { randomBytes } from "node:crypto";
import { sha256 } from "@/server/db/digest";

/** A new secret of 256 bits for a link, and what of it is kept: its SHA-256. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: sha256(token) };
}

/** The link that a person opens to join or to set a new password; whole where the site knows its own address. */
export const linkTo = (token: string): string =>
  `${(process.env["SITE_URL"] ?? "").replace(/\/+$/, "")}/invite/${token}`;
