"use client";

import { ChoiceOfOne } from "@/app/(desk)/desk/settings/_components/choice-of-one";
import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { faultsInAccent } from "@/domain/looks/accent";
import type { LooksChoices } from "@/server/queries/house-looks";
import { AccentFields } from "./accent-fields";
import { type GivenLogo, LogoField } from "./logo-field";
import { LooksPreview } from "./looks-preview";

const headlines = [
  ["system", "The reader’s own serif", "Nothing is loaded: the page is one request."],
  ["source-serif", "Source Serif", "50 kB from this site, after the first paint."],
  ["instrument-sans", "Instrument Sans", "30 kB from this site, after the first paint."],
] as const;

type Chosen = Omit<LooksChoices, "hasLogo"> & { logo: GivenLogo | null };

/** How the house looks to readers, with a page of it drawn above while one chooses. */
export function LooksForm({ site, looks }: { site: { name: string; tagline: string }; looks: LooksChoices }) {
  const { hasLogo, ...stored } = looks;
  const form = useSettingsForm<Chosen>("site.set-looks", { ...stored, logo: null }, given);
  const { accent, headlines: letters, logo } = form.value;
  const isReadable = !accent || faultsInAccent(accent).length === 0;
  return (
    <SettingsSection id="page" title="A page of the house" lead="Readers see nothing of it until you save.">
      <SettingsForm
        labelledBy="page"
        form={form}
        action="Save the looks"
        afterwards="Every page is baked anew soon after, older editions too."
        wrong={isReadable ? null : "Such an accent cannot be read by everybody."}
      >
        <LooksPreview site={site} looks={given(form.value)} />
        <AccentFields accent={accent} onChange={(next) => form.change({ accent: next })} />
        <ChoiceOfOne
          label="Headlines are set in"
          choices={headlines}
          value={letters}
          onChange={(value) => form.change({ headlines: value })}
        />
        <LogoField hasLogo={hasLogo} logo={logo} onChange={(next) => form.change({ logo: next })} />
      </SettingsForm>
    </SettingsSection>
  );
}

/** The logo is only sent where another or none was chosen; what is not sent stays. */
const given = ({ logo, ...rest }: Chosen): object => (logo ? { ...rest, logo } : rest);
