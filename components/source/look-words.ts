import type { LinkGroup } from "@/domain/source/link-words";

/** What one look at an address came to, in words, and what it means to whoever relies on the source. */
export const lookWords: Readonly<Record<string, { label: string; group: LinkGroup }>> = {
  alive: { label: "found", group: "found" },
  redirected: { label: "found elsewhere", group: "found" },
  paywalled: { label: "behind a paywall", group: "found" },
  "bot-walled": { label: "closed to machines", group: "unknown" },
  disallowed: { label: "not to be read by machines", group: "unknown" },
  unreachable: { label: "no answer", group: "unknown" },
  "soft-404": { label: "seems to be gone", group: "lost" },
  missing: { label: "not there", group: "lost" },
  gone: { label: "gone for good", group: "lost" },
  unsafe: { label: "unsafe", group: "lost" },
};
