"use client";

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";

export type Emphasis = "primary" | "plain" | "quiet" | "danger";
export type ButtonProps = Omit<AriaButtonProps, "className"> & { emphasis?: Emphasis; small?: boolean; wide?: boolean };

const looks: Record<Emphasis, string> = {
  primary: "bg-ink text-paper font-semibold hover:opacity-90 data-pressed:opacity-80",
  plain: "bg-sheet text-ink font-medium ring-1 ring-inset ring-rule-strong hover:bg-wash",
  quiet: "text-ink-soft font-medium hover:text-ink hover:bg-wash",
  danger: "bg-blocker text-sheet font-semibold hover:opacity-90",
};

/** A button. There is at most one `primary` on a screen: the next allowed step. */
export function Button({ emphasis = "plain", small = false, wide = false, ...props }: ButtonProps) {
  const size = small
    ? "min-h-[26px] px-2.5 py-1 text-[13px] pointer-coarse:min-h-10"
    : "px-3.5 py-2 pointer-coarse:min-h-11";
  return (
    <AriaButton
      {...props}
      className={`inline-flex shrink-0 items-center justify-center gap-2 rounded-md leading-5 whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:bg-wash disabled:text-ink-soft disabled:ring-1 disabled:ring-inset disabled:ring-rule disabled:opacity-100 ${size} ${looks[emphasis]} ${wide ? "w-full" : ""}`}
    />
  );
}
