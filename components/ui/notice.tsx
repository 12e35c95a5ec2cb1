import type { ReactNode } from "react";
import type { Tone } from "./state-tag";

const looks: Record<Tone, string> = {
  plain: "bg-wash text-ink",
  accent: "bg-accent-wash text-ink",
  ok: "bg-ok-wash text-ink",
  warning: "bg-warning-wash text-ink",
  blocker: "bg-blocker-wash text-ink",
};

/** A message in its place: an answer, a refusal, a warning. Announced to assistive technology when it appears. */
export function Notice({ tone = "plain", title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
  return (
    <div role={tone === "blocker" ? "alert" : "status"} className={`rounded-md px-4 py-3 ${looks[tone]}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
