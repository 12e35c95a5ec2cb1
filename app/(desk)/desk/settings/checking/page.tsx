import type { Metadata } from "next";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { requireActor } from "@/server/auth/session";
import { checkingForm } from "@/server/queries/checking-settings";
import { CheckingForm } from "./_components/checking-form";
import { RetractionsForm } from "./_components/retractions-form";

export const metadata: Metadata = { title: "Checking · Settings" };

export default async function CheckingSettings() {
  const settings = await checkingForm(await requireActor());
  return (
    <SettingsPage place="checking">
      {settings ? (
        <>
          <CheckingForm settings={settings} />
          <RetractionsForm />
        </>
      ) : null}
    </SettingsPage>
  );
}
