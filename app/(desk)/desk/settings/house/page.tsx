import type { Metadata } from "next";
import { requireActor } from "@/server/auth/session";
import { siteSettings } from "@/server/queries/site-settings";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { LinksForm } from "./_components/links-form";
import { NameForm } from "./_components/name-form";

export const metadata: Metadata = { title: "The house · Settings" };

export default async function HouseSettings() {
  const settings = await siteSettings(await requireActor());
  return (
    <SettingsPage place="house">
      {settings ? (
        <>
          <NameForm site={settings.site} />
          <LinksForm links={settings.links} />
        </>
      ) : null}
    </SettingsPage>
  );
}
