import { z } from "zod";

const colour = z.string().regex(/^#[0-9a-f]{6}$/, { message: "A colour is written like #0d4f63." });

/** A link of the house's own: a path of this site, or an https address. */
export const HouseLink = z.strictObject({
  label: z
    .string()
    .trim()
    .min(1, { message: "A link needs words." })
    .max(40, { message: "At most 40 characters." })
    .regex(/^\P{C}*$/u, { message: "One line of visible text, please." }),
  href: z
    .string()
    .max(500)
    .regex(/^(?:\/(?![/\\])[^\s\\\p{C}]*|https:\/\/[^\s\\@/\p{C}]+(?:\/[^\s\\\p{C}]*)?)$/u, {
      message: "A link leads to a path of this site, as /about, or to an address that begins with https://.",
    }),
});
export type HouseLink = z.infer<typeof HouseLink>;

/** What headlines are set in: the reader's own serif, or one font of ours that comes after the first paint. */
export const headlines = ["system", "source-serif", "instrument-sans"] as const;

/** A logo as it is stored: the markup that we wrote of a drawing, or a PNG in base64; and its size in its own units. */
export const Logo = z.strictObject({
  kind: z.enum(["svg", "png"]),
  data: z.string().max(200_000),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Logo = z.infer<typeof Logo>;

/** What a person chooses of the house's looks, but its logo, which is given as a file. */
export const chosen = {
  accent: z.strictObject({ light: colour, dark: colour }).nullable(),
  headlines: z.enum(headlines),
  navigation: z.array(HouseLink).max(8, { message: "At most eight links." }),
  footer: z.array(HouseLink).max(8, { message: "At most eight links." }),
  corrections: z.enum(["top", "foot"]),
};

/** How the house looks to readers, stored with its name. Null means as from the start. */
export const Looks = z.strictObject({ ...chosen, logo: Logo.nullable() });
export type Looks = z.infer<typeof Looks>;

/** The house's looks as from the start. */
export const plainLooks: Looks = {
  accent: null,
  headlines: "system",
  navigation: [],
  footer: [],
  corrections: "foot",
  logo: null,
};
