import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { requireActor } from "@/server/auth/session";
import { findingScreen } from "@/server/queries/finding-screen";
import { siteSettings } from "@/server/queries/site-settings";
import { FindingForm } from "./_components/finding-form";
import { SiteForm } from "./_components/site-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const site = await siteSettings(actor);
  const finding = await findingScreen(actor);
  if (!site) notFound();
  return (
    <DeskPage
      narrow
      title="Settings"
      lead="What readers see of the house. Every page is baked anew with it, editions that were published before too."
    >
      <SiteForm site={site} />
      {finding ? (
        <section aria-labelledby="finding" className="mt-14">
          <h2 id="finding" className="font-serif text-[22px] font-semibold">
            Where sources are looked up
          </h2>
          <p className="mt-1 mb-5 max-w-prose text-ink-soft">
            What a person looks up is sent to these services, in this order side by side. Each can be a mirror of your
            own.
          </p>
          <FindingForm settings={finding} />
        </section>
      ) : null}
    </DeskPage>
  );
}
