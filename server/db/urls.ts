import { createHmac } from "node:crypto";

export type DatabaseRole = "owner" | "app" | "reader";

const named = { app: "imprimatur_app", reader: "imprimatur_reader" } as const;
const settings = { owner: "DATABASE_URL", app: "DATABASE_APP_URL", reader: "DATABASE_READER_URL" } as const;

/**
 * The connection URL of a role. `DATABASE_URL` is the owner's; the others may be set, and are else the owner's server
 * and database with the role's own name and a password derived from the owner's, so that many machines agree.
 */
export function databaseUrl(role: DatabaseRole): string {
  const given = process.env[settings[role]];
  if (given) return given;
  const owner = process.env[settings.owner];
  if (!owner) throw new Error("DATABASE_URL is not set; `npm start` sets it for its own database.");
  return role === "owner" ? owner : deriveUrl(owner, named[role]);
}

/** The owner's URL with another role's name and the password that is derived for it (HMAC-SHA256, hex). */
export function deriveUrl(ownerUrl: string, roleName: string): string {
  const url = new URL(ownerUrl);
  const secret = process.env["IMPRIMATUR_SECRET"] || decodeURIComponent(url.password);
  url.username = roleName;
  url.password = createHmac("sha256", secret).update(roleName).digest("hex");
  return url.href;
}
