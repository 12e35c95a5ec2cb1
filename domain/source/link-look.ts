/** What one look can come to; the words are those of the table `link_check`. */
export const linkOutcomes = [
  "alive",
  "redirected",
  "soft-404",
  "paywalled",
  "bot-walled",
  "gone",
  "missing",
  "unreachable",
  "unsafe",
  "disallowed",
] as const;
export type LinkOutcome = (typeof linkOutcomes)[number];

/** What could be read of an answer's body; null where nothing was looked into (a HEAD, a picture, a body not sent). */
export type PageRead = {
  title: string;
  /** The first heading, and the readable text with white space made single. */
  heading: string;
  text: string;
  /** The page's own word in JSON-LD (`isAccessibleForFree`, schema.org), null when it says nothing. */
  free: boolean | null;
  /** The start of the raw markup, for the signs of bot walls and paywalls. */
  markup: string;
} | null;

/**
 * One look at an address, as plain values: the answer with its way there, or why there was none. `probe` is the text of an
 * address of the same host that cannot exist, where one was asked for and answered with 200.
 */
export type Look = { asked: string } & (
  | {
      kind: "answer";
      status: number;
      headers: Readonly<Record<string, string>>;
      url: string;
      redirects: readonly { status: number; location: string }[];
      page: PageRead;
      probe: string | null;
      /** The body was not asked for, because robots.txt asks us not to read it. */
      headOnly: boolean;
    }
  | { kind: "failure"; failure: string; reason: string }
);

/** What a look says, with its reason in a sentence; `answered` is false when no host spoke to us at all. */
export type Verdict = {
  outcome: LinkOutcome;
  reason: string;
  answered: boolean;
  /** The host itself is not there (no such name, nothing listens), which says more than a silence. */
  away: boolean;
};
