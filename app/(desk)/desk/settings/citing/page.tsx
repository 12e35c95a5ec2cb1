import type { Metadata } from "next";
import { requireActor } from "@/server/auth/session";
import { citingSettings } from "@/server/queries/citing-settings";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { AddedStyles } from "./_components/added-styles";
import { CitingForm } from "./_components/citing-form";

export const metadata: Metadata = { title: "Citing · Settings" };

export default async function CitingSettings() {
  const settings = await citingSettings(await requireActor());
  return (
    <SettingsPage place="citing">
      {settings ? (
        <>
          <CitingForm site={settings.site} styles={settings.styles} />
          <AddedStyles added={settings.added} />
        </>
      ) : null}
    </SettingsPage>
  );
}
