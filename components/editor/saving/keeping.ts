import type { Person, StepJson, Transport } from "@/components/editor/transport";
import { holdOpen, whenAbandoned } from "./claim";
import { type Kept, type Shelf, keptSteps } from "./kept";
import { putBack } from "./put-back";
import type { Desk } from "./saver";

/** What a person is told about steps that were kept: how many were put back, and the words that could not be. */
export type Notice = { putBack: number; lost: string[] };

type Opening = {
  articleId: string;
  clientId: string;
  person: Person;
  transport: Transport;
  desk: Desk;
  onNotice: (notice: Notice) => void;
};

/** Keeps an editor's unsaved steps in the browser, and puts back what tabs that are gone have left there. */
export function openKeeping({ articleId, clientId, person, transport, desk, onNotice }: Opening) {
  const kept = keptSteps(shelf(), person.id, articleId);
  const letGo = holdOpen(kept.nameOf(clientId));
  let busy = false;
  let closed = false;

  async function putAllBack(): Promise<void> {
    if (busy) return;
    busy = true;
    for (const entry of kept.all())
      if (entry.clientId !== clientId && !closed)
        await whenAbandoned(kept.nameOf(entry.clientId), entry, Date.now(), () => putOneBack(entry));
    busy = false;
  }

  async function putOneBack(entry: Kept): Promise<void> {
    const result = await putBack(entry, articleId, transport, desk);
    if (result.kind === "later") return;
    kept.forget(entry.clientId);
    const lost = merged(result.lost);
    if (result.changes > 0 || lost.length > 0) onNotice({ putBack: result.changes, lost });
  }

  return {
    keep: (stepCount: number, steps: readonly StepJson[]) =>
      kept.keep({ clientId, stepCount, steps: [...steps], at: Date.now() }),
    putBack: () => {
      if (kept.all().some((entry) => entry.clientId !== clientId)) void putAllBack();
    },
    close: () => {
      closed = true;
      letGo();
    },
  };
}

/** Keys come one by one; what is shown to a person is whole words. */
export function merged(lost: readonly string[]): string[] {
  const letters = lost.every((words) => words.length <= 2);
  return lost.length > 0 ? (letters ? [lost.join("")] : [...lost]) : [];
}

/** The browser's own storage, or null where it is shut. */
function shelf(): Shelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
