import type { Rule } from "./rule";

/** What a reviewer asked is answered before readers see the text. */
export const commentOpen: Rule = {
  id: "comment/open",
  severity: "blocker",
  version: 1,
  summary: "No comment thread is left open.",
  fix: "Answer the thread and resolve it.",
  waivable: false,
  check: ({ threads }) =>
    threads.map(({ id, section, excerpt }) => ({
      place: { kind: "thread", thread: id, section },
      excerpt,
      message: "A comment here is still open.",
    })),
};
