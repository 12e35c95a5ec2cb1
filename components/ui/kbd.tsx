/** A key to press, as it is drawn on keyboards. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-b-2 border-rule-strong px-1.5 py-0.5 font-mono text-[11px] leading-none text-ink-soft">
      {children}
    </kbd>
  );
}
