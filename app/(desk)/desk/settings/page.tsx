import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { requireActor } from "@/server/auth/session";
import { siteSettings } from "@/server/queries/site-settings";
import { SiteForm } from "./_components/site-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const site = await siteSettings(await requireActor());
  if (!site) notFound();
  return (
    <DeskPage
      narrow
      title="Settings"
      lead="What readers see of the house. Every page is baked anew with it, editions that were published before too."
    >
      <SiteForm site={site} />
    </DeskPage>
  );
}
