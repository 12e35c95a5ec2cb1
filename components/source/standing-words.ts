import type { StandingState } from "@/domain/source/facts";

/** What is known of a work, in words for people. */
export const standingWords: Readonly<Record<StandingState, string>> = {
  unchecked: "Not looked up yet",
  clear: "Nothing against it",
  retracted: "Retracted",
  concern: "Has a notice of concern",
  corrected: "Corrected",
  reinstated: "Reinstated",
};
