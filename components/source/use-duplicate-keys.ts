import { useEffect } from "react";
import type { DuplicateDeskState } from "./use-duplicates";

/** The keys of the duplicates' screen; none of them works while somebody types, holds another key down or has a dialog open. */
export function useDuplicateKeys(desk: DuplicateDeskState, mayMerge: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event.target)) return;
      const action = actionOf(event.key.toLowerCase(), desk, mayMerge);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

function actionOf(key: string, desk: DuplicateDeskState, mayMerge: boolean): (() => void) | null {
  if (key === "j") return () => desk.hand(desk.at + 1);
  if (key === "k") return () => desk.hand(desk.at - 1);
  if (!mayMerge) return null;
  if (key === "x") return () => desk.choose(desk.at, desk.keep === 0 ? 1 : 0);
  if (key === "m") return () => void desk.merge();
  if (key === "t") return () => void desk.dismiss();
  return key === "u" ? () => void desk.undo() : null;
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input:not([type=radio]), textarea, select, [role=dialog]") !== null);
