/** Where the saving of a manuscript stands. */
export type Phase = "saved" | "waiting" | "saving" | "behind" | "offline" | "refused";

/** What can happen to it: a change by hand, the pause that ends it, and the answers to a batch. */
export type SaveEvent = "edited" | "due" | "saved" | "partlySaved" | "behind" | "caughtUp" | "offline" | "refused";

/** All moves of saving, as one table; an event that a phase does not list leaves it as it is. */
export const moves: Readonly<Record<Phase, Partial<Record<SaveEvent, Phase>>>> = {
  saved: { edited: "waiting", due: "saving" },
  waiting: { due: "saving", saved: "saved" },
  saving: { saved: "saved", partlySaved: "waiting", behind: "behind", offline: "offline", refused: "refused" },
  behind: { caughtUp: "waiting", saved: "saved", due: "saving" },
  offline: { due: "saving", saved: "saved" },
  refused: { due: "saving", saved: "saved", edited: "waiting" },
};

/** What a person is told about it; `unsaved` counts the steps that the server has not said yes to. */
export type SaveState = { phase: Phase; unsaved: number; why: string | null; kept: boolean };

export const savedState: SaveState = { phase: "saved", unsaved: 0, why: null, kept: true };

/** The phase after an event. */
export function next(phase: Phase, event: SaveEvent): Phase {
  return moves[phase][event] ?? phase;
}

/** The state in words for the foot of the desk. */
export function saveWords({ phase, unsaved, why, kept }: SaveState): string {
  if (phase === "saved") return "Saved";
  if (phase === "refused") return `Not saved: ${why ?? "the server refused"}`;
  if (phase === "offline")
    return kept ? `Offline: ${changes(unsaved)} kept` : `Offline: ${changes(unsaved)} not saved, leave this page open`;
  return "Saving";
}

/** True when closing the page now would lose words for good. */
export function wouldLose({ unsaved, kept, phase }: SaveState): boolean {
  return phase !== "saved" && unsaved > 0 && !kept;
}

const changes = (count: number) => (count === 1 ? "1 change" : `${count} changes`);
