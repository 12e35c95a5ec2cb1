import { useEffect } from "react";
import type { Selection } from "./use-selection";

/** What the library's keys do, for its legend. */
export const libraryKeys = [
  ["J", "the next source (↓ too)"],
  ["K", "the one before (↑ too)"],
  ["X", "select it"],
  ["⇧ J", "select down to the next"],
  ["A", "select all on this page"],
  ["Enter", "open it"],
  ["/", "search"],
  ["Esc", "select none, close the pane"],
  ["?", "these keys"],
] as const;

/** The keys of the library; none works while somebody types, holds another key down or has a menu or dialog open. */
export function useLibraryKeys(selection: Selection, open: (at: number) => void, help: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const action = actionOf(event, selection, open, help);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

function actionOf(
  { key, shiftKey, target }: KeyboardEvent,
  selection: Selection,
  open: (at: number) => void,
  help: () => void,
): (() => void) | null {
  const { at } = selection;
  const inTable = target === document.body || (target instanceof Element && target.closest("[data-line]") !== null);
  const small = key.toLowerCase();
  if (key === "?") return help;
  if (small === "j" || (key === "ArrowDown" && inTable && at >= 0))
    return () => (shiftKey ? selection.extend(at + 1) : selection.hand(at + 1));
  if (small === "k" || (key === "ArrowUp" && inTable && at >= 0))
    return () => (shiftKey ? selection.extend(at - 1) : selection.hand(Math.max(0, at - 1)));
  if (small === "a") return () => selection.setAll(true);
  if (key === "Escape") return () => (selection.selected.size > 0 ? selection.setAll(false) : selection.hand(-1));
  if (at < 0) return null;
  if (small === "x") return () => selection.toggle(at);
  return key === "Enter" && target === document.body ? () => open(at) : null;
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu]") !== null);
