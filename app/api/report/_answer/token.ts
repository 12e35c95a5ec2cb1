import { createHmac, timingSafeEqual } from "node:crypto";
import type { Report } from "./read-report";

/** Nobody reads their own words in less; later than this nobody means them any more. In milliseconds. */
const soonest = 3_000;
const latest = 60 * 60 * 1000;

/** A token that says when just this report was first sent. */
export const tokenFor = (report: Report, now: number): string => `${now.toString(36)}.${sealOf(report, now)}`;

/** What speaks against a token, as a sentence; null when it is ours, for this report, and neither too young nor too old. */
export function tokenFault(report: Report, token: string, now: number): string | null {
  const [, moment = "", seal = ""] = /^([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token) ?? [];
  const at = Number.parseInt(moment, 36);
  const own = Buffer.from(sealOf(report, at));
  const given = Buffer.from(seal);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return "What was sent is not what you were shown.";
  if (now - at < soonest) return "That was very quick. Please wait a few seconds, then send it.";
  return now - at > latest ? "Too much time has passed since you wrote it." : null;
}

/** The secret that sessions are signed with serves here under a name of its own. */
export function reportSecret(): string {
  const secret = process.env["NEXTAUTH_SECRET"];
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set, so reports of readers cannot be taken.");
  return secret;
}

function sealOf({ articleId, edition, reference, words }: Report, at: number): string {
  const said = JSON.stringify(["reader report", at, articleId, edition, reference, words]);
  return createHmac("sha256", reportSecret()).update(said).digest("base64url");
}
