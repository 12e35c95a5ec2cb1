"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components";
import { Kbd } from "./kbd";

/** Something that can be done from anywhere by typing its name. */
export type PaletteEntry = { id: string; label: string; keys?: string; run: () => void };

type Palette = { add: (entries: PaletteEntry[]) => () => void; open: () => void };
const PaletteContext = createContext<Palette>({ add: () => () => undefined, open: () => undefined });

/** Opens the palette from a button. */
export const usePalette = (): Palette => useContext(PaletteContext);

/** Adds what a screen can do to the palette for as long as the screen is there; memoise the list. */
export function usePaletteEntries(entries: PaletteEntry[]): void {
  const { add } = usePalette();
  useEffect(() => add(entries), [add, entries]);
}

/** Holds the palette over everything inside; ⌘K and Ctrl-K open it. */
export function CommandPalette({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<PaletteEntry[][]>([]);
  const [isOpen, setOpen] = useState(false);
  const add = useCallback((entries: PaletteEntry[]) => {
    setGroups((before) => [...before, entries]);
    return () => setGroups((before) => before.filter((group) => group !== entries));
  }, []);
  const palette = useMemo(() => ({ add, open: () => setOpen(true) }), [add]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      if (event.defaultPrevented) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <PaletteContext value={palette}>
      {children}
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-50 flex bg-[rgb(0_0_0/0.32)]"
      >
        <Modal className="mx-auto mt-[12vh] h-fit w-[calc(100%-2rem)] max-w-xl rounded-xl border border-rule bg-sheet lifted">
          <Dialog aria-label="Commands" className="outline-none">
            <Entries entries={groups.toReversed().flat()} onDone={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </PaletteContext>
  );
}

function Entries({ entries, onDone }: { entries: PaletteEntry[]; onDone: () => void }) {
  const { contains } = useFilter({ sensitivity: "base" });
  const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label="What do you want to do?" autoFocus className="border-b border-rule p-3">
        <Input
          placeholder="What do you want to do?"
          className="w-full bg-transparent px-2 py-1.5 text-[17px] outline-none placeholder:text-ink-faint"
        />
      </SearchField>
      <Menu
        aria-label="Commands"
        items={unique}
        className="max-h-[46vh] overflow-auto p-2 outline-none"
        onAction={(key) => {
          onDone();
          unique.find((entry) => entry.id === key)?.run();
        }}
        renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-faint">Nothing is called that.</p>}
      >
        {(entry) => (
          <MenuItem
            id={entry.id}
            textValue={entry.label}
            className="flex cursor-pointer items-center justify-between rounded-md px-3 py-2 outline-none data-focused:bg-accent-wash"
          >
            {entry.label}
            {entry.keys ? <Kbd>{entry.keys}</Kbd> : null}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
