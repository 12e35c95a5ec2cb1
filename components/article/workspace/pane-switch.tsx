"use client";

export type Pane = "outline" | "text" | "panel";

/** On narrow screens one of the three parts is seen at a time; this says which. */
export function PaneSwitch({
  pane,
  onChange,
  blockers,
}: {
  pane: Pane;
  onChange: (pane: Pane) => void;
  blockers: number;
}) {
  const panes: { id: Pane; label: string }[] = [
    { id: "outline", label: "Outline" },
    { id: "text", label: "Text" },
    { id: "panel", label: blockers > 0 ? `Blockers ${blockers}` : "Panel" },
  ];
  return (
    <nav aria-label="Parts of the workspace" className="grid grid-cols-3 border-t border-rule bg-sheet lg:hidden">
      {panes.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-pressed={pane === id}
          onClick={() => onChange(id)}
          className="py-3 font-medium text-ink-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_2px_var(--ink)]"
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
