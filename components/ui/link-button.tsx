import Link from "next/link";
import type { ReactNode } from "react";

type Props = { href: string; emphasis?: "primary" | "plain"; children: ReactNode };

/** A link that looks like a button: for the next step where that step is another screen. */
export function LinkButton({ href, emphasis = "plain", children }: Props) {
  const look =
    emphasis === "primary"
      ? "bg-ink font-semibold text-paper hover:opacity-90"
      : "bg-sheet font-medium ring-1 ring-rule-strong ring-inset hover:bg-wash";
  return (
    <Link href={href} className={`inline-flex shrink-0 items-center rounded-md px-3.5 py-2 leading-5 ${look}`}>
      {children}
    </Link>
  );
}
