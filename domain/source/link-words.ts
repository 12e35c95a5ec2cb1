import type { LinkState } from "./facts";

/** What a state means to whoever relies on the source: it is there, nobody can tell, or it is lost. */
export const linkGroups = ["found", "unknown", "lost"] as const;
export type LinkGroup = (typeof linkGroups)[number];

/** Each state in words for people, the group that it belongs to, and what to do about it. */
export const linkWords: Readonly<Record<LinkState, { label: string; group: LinkGroup; next: string }>> = {
  alive: { label: "Alive", group: "found", next: "Nothing." },
  redirected: { label: "Alive elsewhere", group: "found", next: "Put the new address into the record." },
  paywalled: { label: "Behind a paywall", group: "found", next: "Keep your own copy; readers may need one to check." },
  unchecked: { label: "Not checked yet", group: "unknown", next: "It will be looked at in its turn." },
  "bot-walled": {
    label: "Closed to machines",
    group: "unknown",
    next: "Open it yourself, and record an archive’s copy.",
  },
  unreachable: { label: "Does not answer", group: "unknown", next: "Wait: it is being asked again." },
  "soft-404": { label: "Seems to be gone", group: "lost", next: "Open it yourself; find the page’s new address." },
  gone: { label: "Gone for good", group: "lost", next: "Record an archive’s copy, or cite something else." },
  dead: { label: "Dead", group: "lost", next: "Find its new address, or record an archive’s copy." },
  unsafe: { label: "Unsafe", group: "lost", next: "Correct the address: it leads into a private network." },
};
