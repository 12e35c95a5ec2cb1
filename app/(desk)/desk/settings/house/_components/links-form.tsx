"use client";

import { HouseLink } from "@/domain/looks/looks";
import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { LinksField } from "./links-field";

type Links = { navigation: HouseLink[]; footer: HouseLink[] };

/** Where the head and the foot of every page lead. */
export function LinksForm({ links }: { links: Links }) {
  const form = useSettingsForm("site.set-looks", links);
  const { navigation, footer } = form.value;
  const isWhole = [...navigation, ...footer].every((link) => HouseLink.safeParse(link).success);
  return (
    <SettingsSection
      id="links"
      title="Links"
      lead="Each leads to a path of this site, as /about, or to an address that begins with https://."
    >
      <SettingsForm
        labelledBy="links"
        form={form}
        action="Save the links"
        afterwards="Every page is baked anew soon after, older editions too."
        wrong={isWhole ? null : "A link needs words and somewhere to lead."}
      >
        <LinksField label="In the masthead" links={navigation} onChange={(next) => form.change({ navigation: next })} />
        <LinksField label="At the foot" links={footer} onChange={(next) => form.change({ footer: next })} />
      </SettingsForm>
    </SettingsSection>
  );
}
