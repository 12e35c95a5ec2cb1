import { z } from "zod";

/** Where a thread hangs: a TextQuoteSelector of the W3C Web Annotation Data Model, within one section. */
export const TextQuote = z.strictObject({
  exact: z.string().min(1).max(2000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
export type TextQuote = z.infer<typeof TextQuote>;
