import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { requireActor } from "@/server/auth/session";
import { citingSettings } from "@/server/queries/citing-settings";
import { siteSettings } from "@/server/queries/site-settings";
import { CitingForm } from "./_components/citing-form";
import { SiteForm } from "./_components/site-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const site = await siteSettings(actor);
  if (!site) notFound();
  const citing = await citingSettings(actor);
  return (
    <DeskPage
      narrow
      title="Settings"
      lead="What readers see of the house. Every page is baked anew with its name, editions that were published before too."
    >
      <SiteForm site={site} />
      {citing ? <CitingForm {...citing} /> : null}
    </DeskPage>
  );
}
