import type { Coverage } from "@/domain/review/verification";

/** How much of a text is verified, cited and held, as three shapes with their words; nothing for a text without citations. */
export function CoverageMarks({ coverage: { verified, cited, held } }: { coverage: Coverage }) {
  if (verified + cited + held === 0) return null;
  const shown = [
    { shape: "verified", count: verified, tone: "text-ok" },
    { shape: "cited", count: cited, tone: "text-accent" },
    { shape: "held", count: held, tone: "text-blocker" },
  ] as const;
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5 text-[12.5px] text-ink-soft tabular-nums">
      {shown.map(({ shape, count, tone }) =>
        count > 0 ? (
          <span key={shape} className="inline-flex items-center gap-1 whitespace-nowrap">
            <span className={tone}>
              <CoverShape shape={shape} />
            </span>
            {count} {shape}
          </span>
        ) : null,
      )}
    </span>
  );
}

/** The shape of what stands behind a citation: a disc with a tick, a ring, an empty square on its corner. */
export function CoverShape({ shape }: { shape: keyof Coverage }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.5">
      {shape === "verified" ? (
        <>
          <circle cx="6" cy="6" r="5.25" fill="currentColor" />
          <path d="M3.6 6.2 5.3 8l3.2-3.8" stroke="var(--sheet)" />
        </>
      ) : shape === "cited" ? (
        <circle cx="6" cy="6" r="4.75" />
      ) : (
        <path d="M6 1 11 6 6 11 1 6Z" strokeDasharray="2.2 1.3" />
      )}
    </svg>
  );
}
