"use client";

import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export type MenuEntry = {
  id: string;
  label: string;
  /** A second line, and a figure at the end of the first. */
  hint?: string;
  figure?: string;
  danger?: boolean;
  disabled?: boolean;
};

/** A button (the child) that opens a list of things to do. */
export function Menu({
  trigger,
  label,
  entries,
  onAction,
}: {
  trigger: ReactNode;
  label: string;
  entries: MenuEntry[];
  onAction: (id: string) => void;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="min-w-52 rounded-lg border border-rule bg-sheet p-1 lifted">
        <AriaMenu
          aria-label={label}
          onAction={(key) => onAction(String(key))}
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
          className="outline-none"
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={`cursor-pointer rounded-md px-3 py-2 outline-none pointer-coarse:py-3 focus:bg-wash data-disabled:cursor-not-allowed data-disabled:text-ink-faint ${entry.danger ? "text-blocker" : ""}`}
            >
              {entry.figure ? (
                <span className="flex justify-between gap-6">
                  {entry.label} <span className="text-ink-faint tabular-nums">{entry.figure}</span>
                </span>
              ) : (
                entry.label
              )}
              {entry.hint ? <small className="block text-[12.5px] text-ink-faint">{entry.hint}</small> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
