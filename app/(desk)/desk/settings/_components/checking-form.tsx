"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import { Toggle } from "./toggle";

type NumberField = {
  [K in keyof CheckingSettings]: CheckingSettings[K] extends number ? K : never;
}[keyof CheckingSettings];

/** How often and how politely addresses are looked at, what is kept of them, and whether readers are told. */
export function CheckingForm({ settings }: { settings: CheckingSettings }) {
  const router = useRouter();
  const command = useCommand("settings.change-checking");
  const [draft, setDraft] = useState(settings);
  const [saved, setSaved] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(settings);
  const set = (change: Partial<CheckingSettings>) => {
    setDraft({ ...draft, ...change });
    setSaved(false);
    command.dismiss();
  };
  const number = (field: NumberField, label: string, hint: string, unit = 1) => (
    <TextField
      label={label}
      hint={hint}
      type="number"
      value={Number.isNaN(draft[field]) ? "" : String(draft[field] / unit)}
      onChange={(text) => set({ [field]: text === "" ? Number.NaN : Math.round(Number(text) * unit) })}
      isRequired
    />
  );
  return (
    <form
      className="grid max-w-lg gap-5"
      onSubmit={async (event) => {
        event.preventDefault();
        const result = await command.run(draft);
        if (!result.ok) return;
        setSaved(true);
        router.refresh();
      }}
    >
      <Toggle
        isSelected={draft.enabled}
        onChange={(enabled) => set({ enabled })}
        hint="Off, an address is looked at only when somebody asks."
      >
        Keep checking the addresses of all sources
      </Toggle>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {number("aliveDays", "Days between two looks", "At an address that answers.")}
        {number("failingDays", "Days until the next try", "At one that does not. Three in a row make it dead.")}
        {number("awayDays", "Days a host may be away", "Before its addresses count as dead.")}
        {number(
          "hostPauseMs",
          "Seconds between requests",
          "To one and the same host; more where it asks for more.",
          1000,
        )}
      </div>
      <Toggle
        isSelected={draft.capture}
        onChange={(capture) => set({ capture })}
        hint="With its text and its SHA-256, when it is cited and when it changes."
      >
        Keep a copy of what is cited
      </Toggle>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {number("captureBytes", "Largest copy in kB", "What is larger is not kept; 2,048 at most.", 1024)}
        {number("keepCaptures", "Copies kept of a source", "The newest, besides those that something rests on.")}
      </div>
      <Toggle
        isSelected={draft.readerNotice}
        onChange={(readerNotice) => set({ readerNotice })}
        hint="A quiet line under the source, with the archive’s copy. The edition itself never changes."
      >
        Tell readers when a source is lost or was retracted
      </Toggle>
      {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
      {saved && !changed ? <Notice tone="ok">Saved.</Notice> : null}
      <div>
        <Button type="submit" emphasis="primary" isDisabled={!changed || command.pending}>
          {command.pending ? "Saving…" : "Save"}
        </Button>
      </div>
    </form>
  );
}
