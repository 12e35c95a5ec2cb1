import { z } from "zod";
import { roles } from "./policy";

/** An e-mail address as it is kept and compared: NFKC, lower case, without space around it. */
export const Email = z
  .string()
  .max(320)
  .transform((given) => given.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email({ message: "This is not an e-mail address." }).max(254));

/** A person's name as readers may see it in a byline: one line of visible text. */
export const PersonName = z
  .string()
  .max(400)
  .transform((given) => given.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, { message: "A name is needed." })
      .max(120, { message: "A name has at most 120 characters." })
      .regex(/^\P{C}*$/u, { message: "A name has no invisible characters." }),
  );

/** One role or several, each once. */
export const Roles = z
  .array(z.enum(roles))
  .min(1, { message: "At least one role is needed." })
  .max(12)
  .transform((given) => roles.filter((role) => given.includes(role)));
