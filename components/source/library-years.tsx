"use client";

import { useState } from "react";

type Props = {
  from: number | null;
  to: number | null;
  onChange: (years: { from: string | null; to: string | null }) => void;
};

/** The years between which a work came out: taken on Enter or when the field is left. */
export function LibraryYears({ from, to, onChange }: Props) {
  const [first, setFirst] = useState(from === null ? "" : String(from));
  const [last, setLast] = useState(to === null ? "" : String(to));
  const take = () => {
    if (first === String(from ?? "") && last === String(to ?? "")) return;
    onChange({ from: first || null, to: last || null });
  };
  const look =
    "w-16 rounded-md border border-rule-strong bg-sheet px-2 py-1 text-[13px] tabular-nums placeholder:text-ink-faint";
  return (
    <form
      className="flex items-center gap-1 text-[13px] text-ink-soft"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <span aria-hidden className="ml-1">
        Year
      </span>
      <input
        aria-label="From year"
        placeholder="from"
        inputMode="numeric"
        pattern="-?[0-9]{1,4}"
        value={first}
        onChange={(event) => setFirst(event.target.value)}
        onBlur={take}
        className={look}
      />
      –
      <input
        aria-label="To year"
        placeholder="to"
        inputMode="numeric"
        pattern="-?[0-9]{1,4}"
        value={last}
        onChange={(event) => setLast(event.target.value)}
        onBlur={take}
        className={look}
      />
      <button type="submit" hidden>
        Take these years
      </button>
    </form>
  );
}
