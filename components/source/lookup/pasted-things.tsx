import type { Entry } from "./lookup-state";

type Props = { entries: readonly Entry[]; at: number; rest: number; onTurn: (index: number) => void };

/** The things that a text was taken for, when it was several: each is looked up when it is turned to. */
export function PastedThings({ entries, at, rest, onTurn }: Props) {
  if (entries.length < 2) return null;
  return (
    <div>
      <p className="mb-1.5 text-[13px] text-ink-soft">
        {entries.length + rest} things were pasted. They are looked up one by one
        {rest > 0 ? `; paste the last ${rest} again afterwards` : ""}.
      </p>
      <ol aria-label="What was pasted" className="flex flex-wrap gap-1.5">
        {entries.map(({ pasted }, index) => (
          <li key={`${pasted.kind} ${pasted.value}`} className="min-w-0">
            <button
              type="button"
              aria-current={index === at ? "true" : undefined}
              onClick={() => onTurn(index)}
              className="max-w-[14rem] truncate rounded-full border border-rule-strong px-3 py-1 text-[13px] hover:bg-wash focus-visible:outline-2 focus-visible:outline-accent aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold"
            >
              {pasted.value}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
