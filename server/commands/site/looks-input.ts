import { z } from "zod";
import { faultsInAccent } from "@/domain/looks/accent";
import { chosen, type Looks } from "@/domain/looks/looks";
import { fail, ok, type Result } from "@/domain/result";
import { readPng } from "@/server/baking/logo/png";
import { readSvg } from "@/server/baking/logo/svg";

/** What a person gives of the house's looks: the logo as a new file, or as it is, or none. */
export const LooksInput = z.strictObject({
  ...chosen,
  logo: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("kept") }),
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("svg"), text: z.string().max(100_000, { message: "A logo has at most 60 kB." }) }),
    z.strictObject({
      kind: z.literal("png"),
      base64: z.string().max(100_000, { message: "A logo has at most 60 kB." }),
    }),
  ]),
});
export type LooksInput = z.infer<typeof LooksInput>;

export type LooksRefusal = { kind: "invalid"; message: string; issues: string[] };

/** The looks that are asked for, with the logo read and written anew; or all that is wrong with them, in words. */
export function looksFrom({ logo: given, ...rest }: LooksInput, before: Looks): Result<Looks, LooksRefusal> {
  const issues = rest.accent ? faultsInAccent(rest.accent) : [];
  const logo = logoFrom(given, before);
  if (!logo.ok) issues.push(...logo.error);
  if (!logo.ok || issues.length > 0) return fail({ kind: "invalid", message: issues.join(" "), issues });
  return ok({ ...rest, logo: logo.value });
}

function logoFrom(given: LooksInput["logo"], before: Looks): Result<Looks["logo"], string[]> {
  switch (given.kind) {
    case "kept":
      return ok(before.logo);
    case "none":
      return ok(null);
    case "svg":
      return readSvg(given.text);
    case "png":
      return readPng(given.base64);
  }
}
