"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SettingsFormState } from "./use-settings-form";

type Props = {
  /** The id of the heading that names the form. */
  labelledBy: string;
  form: Omit<SettingsFormState<never>, "value" | "change">;
  /** What the one button says. */
  action: string;
  /** What follows once it is saved, as a sentence. */
  afterwards: string;
  /** Why it cannot be saved as it stands, if so. */
  wrong?: string | null;
  children: ReactNode;
};

/** The frame of every form here: the fields, what was refused, and one line that says how things stand and saves. */
export function SettingsForm({ labelledBy, form, action, afterwards, wrong = null, children }: Props) {
  const { changed, pending, saved, refusal } = form;
  return (
    <form
      aria-labelledby={labelledBy}
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !wrong && !pending) void form.save();
      }}
    >
      {children}
      <div
        className={`grid gap-3 ${changed ? "sticky bottom-0 z-10 -mx-4 border-t border-rule bg-paper px-4 py-3.5 sm:-mx-5 sm:px-5" : ""}`}
      >
        {refusal ? <Notice tone="blocker">{refusal}</Notice> : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <Button type="submit" emphasis="primary" isDisabled={!changed || wrong !== null || pending}>
            {pending ? "Saving…" : action}
          </Button>
          {changed && !pending ? (
            <Button emphasis="quiet" onPress={form.discard}>
              As it was
            </Button>
          ) : null}
          <p role="status" className="min-w-52 flex-1 text-[13px] text-ink-soft">
            {saved ? (
              <span className="text-ok">
                <Check size={15} aria-hidden className="mr-1 -mt-0.5 inline" />
                Saved. <span className="text-ink-soft">{afterwards}</span>
              </span>
            ) : changed ? (
              (wrong ?? "Not saved yet.")
            ) : null}
          </p>
        </div>
      </div>
    </form>
  );
}
