import type { LinkState, StandingState } from "./facts";
import { badStates } from "./link-state";
import { changedMuch } from "./text-change";

/** What the health of a source asks of those who cite it; each kind is open at most once for an article and a source. */
export const sourceTaskKinds = ["source-dead", "source-retracted", "source-changed"] as const;
export type SourceTaskKind = (typeof sourceTaskKinds)[number];

/** What is known of a source that a task may come of; `likeness` of its text before and after, null where nothing changed. */
export type SourceHealth = {
  title: string;
  link: { state: LinkState; reason: string; archiveUrl: string | null } | null;
  standing: { state: StandingState; notice: string | null } | null;
  likeness: number | null;
};

/** The tasks that a source's health asks for, with what a person is to do. */
export function tasksFor({ title, link, standing, likeness }: SourceHealth): Map<SourceTaskKind, string> {
  const tasks = new Map<SourceTaskKind, string>();
  const named = `“${title.length > 120 ? `${title.slice(0, 119).trimEnd()}…` : title}”`;
  if (link && badStates.has(link.state))
    tasks.set(
      "source-dead",
      `${named} ${whatHappened[link.state] ?? ""} ${link.reason} ${nextStep(link.state, link.archiveUrl)}`,
    );
  if (standing && (standing.state === "retracted" || standing.state === "concern"))
    tasks.set(
      "source-retracted",
      `${named} ${standing.state === "retracted" ? "was retracted." : "has a notice of concern."} See whether the text still stands on it.`,
    );
  if (likeness !== null && likeness < changedMuch)
    tasks.set(
      "source-changed",
      `${named} now says something else at its address: ${Math.round(likeness * 100)} per cent of it is as before. Read what the text rests on again.`,
    );
  return tasks;
}

const whatHappened: Readonly<Partial<Record<LinkState, string>>> = {
  dead: "is no longer at its address.",
  gone: "is gone from its address for good.",
  "soft-404": "seems to be gone from its address.",
  unsafe: "has an address that must not be opened.",
};

function nextStep(state: LinkState, archiveUrl: string | null): string {
  if (state === "unsafe") return "Correct the address, or cite something else.";
  return archiveUrl
    ? "Readers are pointed to the archive’s copy; see whether the source has a new address."
    : "Find its new address, record a copy in a public archive, or cite something else.";
}
