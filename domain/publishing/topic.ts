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

/** What a topic is about: a line or two for readers of its page; may be empty. */
export const TopicDescription = z
  .string()
  .transform((words) => words.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .max(300, { message: "At most 300 characters." })
      .regex(/^\P{C}*$/u, { message: "Visible text, please." }),
  );

/** So many topics an article may be filed under: more would say nothing. */
export const mostTopics = 6;
