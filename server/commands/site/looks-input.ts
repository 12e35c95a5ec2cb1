import { z } from "zod";
import { faultsInAccent } from "@/domain/looks/accent";
import { chosen, type Looks } from "@/domain/looks/looks";
import { fail, ok, type Result } from "@/domain/result";
import { readPng } from "@/server/baking/logo/png";
import { readSvg } from "@/server/baking/logo/svg";

/** A logo as a new file, or none. */
const GivenLogo = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("svg"), text: z.string().max(100_000, { message: "A logo has at most 60 kB." }) }),
  z.strictObject({
    kind: z.literal("png"),
    base64: z.string().max(100_000, { message: "A logo has at most 60 kB." }),
  }),
]);

/** What a person gives of the house's looks; what is not given stays as it is. */
export const LooksInput = z.strictObject({
  accent: chosen.accent.exactOptional(),
  headlines: chosen.headlines.exactOptional(),
  navigation: chosen.navigation.exactOptional(),
  footer: chosen.footer.exactOptional(),
  corrections: chosen.corrections.exactOptional(),
  logo: GivenLogo.exactOptional(),
});
export type LooksInput = z.infer<typeof LooksInput>;

export type LooksRefusal = { kind: "invalid"; message: string; issues: string[] };

/** The looks that are asked for, with the logo read and written anew; or all that is wrong with them, in words. */
export function looksFrom({ logo: given, ...rest }: LooksInput, before: Looks): Result<Looks, LooksRefusal> {
  const issues = rest.accent ? faultsInAccent(rest.accent) : [];
  const logo = given ? logoFrom(given) : ok(before.logo);
  if (!logo.ok) issues.push(...logo.error);
  if (!logo.ok || issues.length > 0) return fail({ kind: "invalid", message: issues.join(" "), issues });
  return ok({ ...before, ...rest, logo: logo.value });
}

function logoFrom(given: z.infer<typeof GivenLogo>): Result<Looks["logo"], string[]> {
  switch (given.kind) {
    case "none":
      return ok(null);
    case "svg":
      return readSvg(given.text);
    case "png":
      return readPng(given.base64);
  }
}
