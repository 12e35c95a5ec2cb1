import type { Metadata } from "next";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { requireActor } from "@/server/auth/session";
import { findingScreen } from "@/server/queries/finding-screen";
import { FindingForm } from "./_components/finding-form";

export const metadata: Metadata = { title: "Looking up · Settings" };

export default async function ServiceSettings() {
  const settings = await findingScreen(await requireActor());
  return <SettingsPage place="services">{settings ? <FindingForm settings={settings} /> : null}</SettingsPage>;
}
