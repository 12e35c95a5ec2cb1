import { useState } from "react";

/** Which lines of a list are selected, and which one is in hand; `extend` selects from the last one that was toggled. */
export type Selection = {
  at: number;
  selected: ReadonlySet<string>;
  hand: (at: number) => void;
  toggle: (at: number) => void;
  extend: (to: number) => void;
  setAll: (on: boolean) => void;
};

/** The selection among lines of these ids; -1 is in hand until a line is. */
export function useSelection(ids: readonly string[]): Selection {
  const [at, setAt] = useState(-1);
  const [from, setFrom] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const within = (index: number) => Math.max(0, Math.min(ids.length - 1, index));
  return {
    at,
    selected,
    hand: (index) => setAt(index < 0 ? -1 : within(index)),
    toggle: (index) => {
      const id = ids[index];
      if (id === undefined) return;
      setFrom(index);
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    extend: (to) => {
      const [low, high] = [Math.min(from, within(to)), Math.max(from, within(to))];
      setAt(within(to));
      setSelected((before) => new Set([...before, ...ids.slice(low, high + 1)]));
    },
    setAll: (on) => setSelected(new Set(on ? ids : [])),
  };
}
