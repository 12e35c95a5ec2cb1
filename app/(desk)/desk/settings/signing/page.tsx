import type { Metadata } from "next";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { keysPath } from "@/domain/publishing/receipt/jwk";
import { requireActor } from "@/server/auth/session";
import { signingKeys } from "@/server/queries/signing-keys";
import { KeyCard } from "./_components/key-card";
import { ReplaceKey } from "./_components/replace-key";

export const metadata: Metadata = { title: "Signing · Settings" };

export default async function SigningSettings() {
  const signing = await signingKeys(await requireActor());
  const current = signing?.keys.find(({ retiredAt }) => retiredAt === null) ?? null;
  const retired = signing?.keys.filter(({ retiredAt }) => retiredAt !== null) ?? [];
  return (
    <SettingsPage place="signing">
      {signing ? (
        <>
          <SettingsSection
            id="current"
            title="The key that signs now"
            lead="Every edition gets a receipt under this key. Tell readers its fingerprint by a way of your own, in print perhaps: then they need not trust this site to know that a receipt is yours."
          >
            {current ? (
              <KeyCard row={current} />
            ) : (
              <p>There is none yet. It is made when the first edition is published.</p>
            )}
            {current ? <ReplaceKey current={current} given={signing.given} /> : null}
          </SettingsSection>
          {retired.length > 0 ? (
            <SettingsSection
              id="retired"
              title="Keys that have retired"
              lead="What they signed stays valid. Their public halves stay published; of their private halves nothing is kept here."
            >
              <ul className="grid gap-4">
                {retired.map((row) => (
                  <li key={row.id}>
                    <KeyCard row={row} />
                  </li>
                ))}
              </ul>
            </SettingsSection>
          ) : null}
          {current ? (
            <p className="max-w-prose border-t border-rule pt-6 text-ink-soft">
              All public halves, with the time in which each signed, are at{" "}
              <a href={keysPath} className="text-accent underline underline-offset-4 [overflow-wrap:anywhere]">
                {keysPath}
              </a>
              .
            </p>
          ) : null}
        </>
      ) : null}
    </SettingsPage>
  );
}
