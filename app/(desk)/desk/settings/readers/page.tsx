import type { Metadata } from "next";
import Link from "next/link";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { requireActor } from "@/server/auth/session";
import { readersSettings } from "@/server/queries/readers-settings";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { CorrectionsForm } from "./_components/corrections-form";
import { WaitingReports } from "./_components/waiting-reports";

export const metadata: Metadata = { title: "Readers · Settings" };

export default async function ReadersSettings() {
  const settings = await readersSettings(await requireActor());
  return (
    <SettingsPage place="readers">
      {settings ? (
        <>
          <CorrectionsForm corrections={settings.corrections} />
          <SettingsSection
            id="reports"
            title="Reports"
            lead="Under every edition, and under each of its sources, readers can report a problem without an account. What they write becomes a task of the article’s owner."
          >
            <WaitingReports {...settings.reports} />
          </SettingsSection>
          <SettingsSection
            id="search"
            title="Search"
            lead="Readers find every article that is published and not withdrawn, by its title, its standfirst, its authors and its text."
          >
            <p>
              {settings.findable === 1 ? "1 article" : `${settings.findable.toLocaleString("en-GB")} articles`} can be
              found{" "}
              <Link href="/search" prefetch={false} className="font-medium text-accent underline underline-offset-4">
                in the readers’ search
              </Link>
              . Nothing of a draft is ever among them.
            </p>
          </SettingsSection>
        </>
      ) : null}
    </SettingsPage>
  );
}
