"use client";

import { TextField } from "@/components/ui/fields";
import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { Masthead } from "./masthead";

/** The house's name and tagline, with the masthead that comes of them drawn while one types. */
export function NameForm({ site }: { site: { name: string; tagline: string } }) {
  const form = useSettingsForm("site.change", site);
  const { name, tagline } = form.value;
  return (
    <SettingsSection id="name" title="Name">
      <SettingsForm
        labelledBy="name"
        form={form}
        action="Save the name"
        afterwards="The pages are being baked anew; readers see it within a moment."
        wrong={name.trim() ? null : "A house needs a name."}
      >
        <Masthead name={name} tagline={tagline} />
        <div className="grid max-w-lg gap-5">
          <TextField
            label="Name of the site"
            value={name}
            onChange={(value) => form.change({ name: value })}
            maxLength={80}
            hint="At the head of every page, in feeds and in how an article is to be cited."
          />
          <TextField
            label="Tagline"
            value={tagline}
            onChange={(value) => form.change({ tagline: value })}
            maxLength={200}
            hint="Beside the name, and in search results. May stay empty."
          />
        </div>
      </SettingsForm>
    </SettingsSection>
  );
}
