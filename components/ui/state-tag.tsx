const looks = {
  plain: "bg-wash text-ink-soft",
  accent: "bg-accent-wash text-accent",
  ok: "bg-ok-wash text-ok",
  warning: "bg-warning-wash text-warning",
  blocker: "bg-blocker-wash text-blocker",
} as const;

export type Tone = keyof typeof looks;

/** A word or two about the state of a thing, in one of the role colours. */
export function StateTag({ tone = "plain", children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-[12.5px] font-medium ${looks[tone]}`}
    >
      {children}
    </span>
  );
}
