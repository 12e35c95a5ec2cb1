import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { requireActor } from "@/server/auth/session";
import { findingScreen } from "@/server/queries/finding-screen";
import { bakingScreen } from "@/server/queries/baking-screen";
import { siteSettings } from "@/server/queries/site-settings";
import { FindingForm } from "./_components/finding-form";
import { checkingForm } from "@/server/queries/checking-settings";
import { CheckingForm } from "./_components/checking-form";
import { ruleSettings } from "@/server/queries/rule-settings";
import { RetractionsForm } from "./_components/retractions-form";
import { RulesForm } from "./_components/rules-form";
import { citingSettings } from "@/server/queries/citing-settings";
import { CitingForm } from "./_components/citing-form";
import { houseLooksForm } from "@/server/queries/house-looks";
import { LooksForm } from "./_components/looks-form";
import { Baking } from "./_components/baking";
import { SiteForm } from "./_components/site-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const site = await siteSettings(actor);
  const finding = await findingScreen(actor);
  const checking = await checkingForm(actor);
  const looks = await houseLooksForm(actor);
  const baking = await bakingScreen(actor);
  if (!site) notFound();
  const rules = await ruleSettings(actor);
  const citing = await citingSettings(actor);
  return (
    <DeskPage
      narrow
      title="Settings"
      lead="What readers see of the house. Every page is baked anew with its name, editions that were published before too."
    >
      <SiteForm site={site} />
      {looks ? <LooksForm key={JSON.stringify(looks)} site={site} looks={looks} /> : null}
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
      {checking ? (
        <section aria-labelledby="checking" className="mt-14 border-t border-rule pt-8">
          <h2 id="checking" className="mb-5 font-serif text-[21px] font-semibold">
            Checking sources
          </h2>
          <CheckingForm settings={checking} />
        </section>
      ) : null}
      {rules ? <RulesForm policy={rules} /> : null}
      {rules ? <RetractionsForm /> : null}
      {citing ? <CitingForm {...citing} /> : null}
      {baking ? (
        <section aria-labelledby="baking" className="mt-14">
          <h2 id="baking" className="font-serif text-[22px] font-semibold">
            The baked pages
          </h2>
          <p className="mt-1 mb-5 max-w-prose text-ink-soft">
            Readers get pages that were drawn when something was published. After a change of the site, or an upgrade,
            they are drawn anew one after the other.
          </p>
          <Baking {...baking} />
        </section>
      ) : null}
    </DeskPage>
  );
}
