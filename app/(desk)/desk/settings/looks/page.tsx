import type { Metadata } from "next";
import { requireActor } from "@/server/auth/session";
import { looksSettings } from "@/server/queries/house-looks";
import { siteName } from "@/server/queries/site-settings";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { LooksForm } from "./_components/looks-form";

export const metadata: Metadata = { title: "Looks · Settings" };

export default async function LooksSettings() {
  const actor = await requireActor();
  const looks = await looksSettings(actor);
  const site = await siteName(actor);
  return <SettingsPage place="looks">{looks && site ? <LooksForm site={site} looks={looks} /> : null}</SettingsPage>;
}
