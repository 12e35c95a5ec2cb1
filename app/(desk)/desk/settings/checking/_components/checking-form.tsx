"use client";

import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { TextField } from "@/components/ui/fields";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import { Toggle } from "./toggle";

type NumberField = {
  [K in keyof CheckingSettings]: CheckingSettings[K] extends number ? K : never;
}[keyof CheckingSettings];

/** How often and how politely addresses are looked at, what is kept of them, and whether readers are told. */
export function CheckingForm({ settings }: { settings: CheckingSettings }) {
  const form = useSettingsForm("settings.change-checking", settings);
  const { value, change } = form;
  const isWhole = Object.values(value).every((one) => !Number.isNaN(one));
  const number = (field: NumberField, label: string, hint: string, unit = 1) => (
    <TextField
      label={label}
      hint={hint}
      type="number"
      value={Number.isNaN(value[field]) ? "" : String(value[field] / unit)}
      onChange={(text) => change({ [field]: text === "" ? Number.NaN : Math.round(Number(text) * unit) })}
    />
  );
  return (
    <SettingsSection id="sources" title="Sources with an address">
      <SettingsForm
        labelledBy="sources"
        form={form}
        action="Save the checking"
        afterwards="The next round of checks goes by it."
        wrong={isWhole ? null : "A number is missing."}
      >
        <Toggle
          isSelected={value.enabled}
          onChange={(enabled) => change({ enabled })}
          hint="Off, an address is looked at only when somebody asks."
        >
          Keep checking the addresses of all sources
        </Toggle>
        <Numbers>
          {number("aliveDays", "Days between two looks", "At an address that answers.")}
          {number("failingDays", "Days until the next try", "At one that does not. Three in a row make it dead.")}
          {number("awayDays", "Days a host may be away", "Before its addresses count as dead.")}
          {number(
            "hostPauseMs",
            "Seconds between requests",
            "To one and the same host; more where it asks for more.",
            1000,
          )}
        </Numbers>
        <Toggle
          isSelected={value.capture}
          onChange={(capture) => change({ capture })}
          hint="With its text and its SHA-256, when it is cited and when it changes."
        >
          Keep a copy of what is cited
        </Toggle>
        <Numbers>
          {number("captureBytes", "Largest copy in kB", "What is larger is not kept; 2,048 at most.", 1024)}
          {number("keepCaptures", "Copies kept of a source", "The newest, besides those that something rests on.")}
        </Numbers>
        <Toggle
          isSelected={value.readerNotice}
          onChange={(readerNotice) => change({ readerNotice })}
          hint="A quiet line under the source, with the archive’s copy. The edition itself never changes."
        >
          Tell readers when a source is lost or was retracted
        </Toggle>
      </SettingsForm>
    </SettingsSection>
  );
}

/** The numbers that go with the decision above them. */
const Numbers = ({ children }: { children: React.ReactNode }) => (
  <div className="ml-7.5 grid max-w-lg items-start gap-5 sm:grid-cols-2">{children}</div>
);
