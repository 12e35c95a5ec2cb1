"use client";

import { ChoiceOfOne } from "@/app/(desk)/desk/settings/_components/choice-of-one";
import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";

const places = [
  ["foot", "Below the text", "Before the sources."],
  ["top", "Above the title", "Where nobody can miss them."],
] as const;

/** Where readers are told of corrections. */
export function CorrectionsForm({ corrections }: { corrections: "top" | "foot" }) {
  const form = useSettingsForm("site.set-looks", { corrections });
  return (
    <SettingsSection id="corrections" title="Corrections">
      <SettingsForm
        labelledBy="corrections"
        form={form}
        action="Save the place"
        afterwards="Every page is baked anew soon after, older editions too."
      >
        <ChoiceOfOne
          label="Corrections stand"
          choices={places}
          value={form.value.corrections}
          onChange={(value) => form.change({ corrections: value })}
        />
      </SettingsForm>
    </SettingsSection>
  );
}
