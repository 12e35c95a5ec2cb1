import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { requireActor } from "@/server/auth/session";
import { ruleSettings } from "@/server/queries/rule-settings";
import { siteSettings } from "@/server/queries/site-settings";
import { RetractionsForm } from "./_components/retractions-form";
import { RulesForm } from "./_components/rules-form";
import { SiteForm } from "./_components/site-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const site = await siteSettings(actor);
  if (!site) notFound();
  const rules = await ruleSettings(actor);
  return (
    <DeskPage
      narrow
      title="Settings"
      lead="What readers see of the house. Every page is baked anew with it, editions that were published before too."
    >
      <SiteForm site={site} />
      {rules ? <RulesForm policy={rules} /> : null}
      {rules ? <RetractionsForm /> : null}
    </DeskPage>
  );
}
