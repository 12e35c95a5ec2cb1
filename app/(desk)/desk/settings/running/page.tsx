import type { Metadata } from "next";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { requireActor } from "@/server/auth/session";
import { bakingScreen } from "@/server/queries/baking-screen";
import { Baking } from "./_components/baking";
import { WaysToLook } from "./_components/ways-to-look";

export const metadata: Metadata = { title: "Running · Settings" };

export default async function RunningSettings() {
  const baking = await bakingScreen(await requireActor());
  return (
    <SettingsPage place="running">
      {baking ? (
        <>
          <SettingsSection
            id="baking"
            title="The baked pages"
            lead="Readers get pages that were drawn when something was published. After a change of the house, or an upgrade, they are drawn anew one after the other."
          >
            <Baking {...baking} />
          </SettingsSection>
          <SettingsSection id="health" title="Whether all is well">
            <WaysToLook />
          </SettingsSection>
        </>
      ) : null}
    </SettingsPage>
  );
}
