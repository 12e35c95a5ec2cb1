"use client";

import type { ReactNode } from "react";

type Props = {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  isDisabled?: boolean;
};

/** A labelled choice of one from a list. */
export function SelectField({ label, hint, value, onChange, options, isDisabled = false }: Props) {
  return (
    <label className="grid gap-1.5 text-[13px] font-medium text-ink-soft">
      {label}
      <select
        className="w-full min-w-0 rounded-md border border-rule-strong bg-sheet px-3 py-2 text-[14px] font-normal text-ink focus:border-accent focus:outline-none focus:ring-3 focus:ring-accent-wash disabled:bg-wash"
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint ? <span className="text-[12.5px] font-normal text-ink-faint">{hint}</span> : null}
    </label>
  );
}
