import { z } from "zod";

/** The name of a topic: one short line of visible text. */
export const TopicName = z
  .string()
  .transform((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, { message: "A name is needed." })
      .max(60, { message: "At most 60 characters." })
      .regex(/^\P{C}*$/u, { message: "One line of visible text, please." }),
  );

/** So many topics an article may be filed under: more would say nothing. */
export const mostTopics = 6;
