import type { z } from "zod";

/** What is wrong with text that somebody typed, as a sentence; a schema's own words go before, all else keeps zod's. */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "too_big" && issue.origin === "string")
    return `This is too long: at most ${issue.maximum.toLocaleString("en-GB")} characters.`;
  if (issue.code === "too_small" && issue.origin === "string")
    return issue.minimum === 1 ? "This must not be empty." : `This is too short: at least ${issue.minimum} characters.`;
  return undefined;
}
