import type { ReactNode } from "react";

type Props = { isSelected: boolean; onChange: (on: boolean) => void; hint: string; children: ReactNode };

/** A decision between yes and no, with a line on what it means. */
export function Toggle({ isSelected, onChange, hint, children }: Props) {
  return (
    <label className="flex cursor-pointer items-start gap-3">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0"
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span className="font-medium">{children}</span>
        <span className="block text-[13px] text-ink-soft">{hint}</span>
      </span>
    </label>
  );
}
