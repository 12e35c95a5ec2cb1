import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { FormerPlace } from "./_components/former-place";
import { NotForYou } from "./_components/not-for-you";
import { groups, permission } from "./_components/places";

export const metadata: Metadata = { title: "Settings" };

/** Everything that can be set, by what one looks for. */
export default async function SettingsOverview() {
  if (!may(permission, await requireActor())) return <NotForYou />;
  return (
    <DeskPage
      title="Settings"
      lead="What the house decided once for everybody. Every change is written into the history."
    >
      <FormerPlace />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-3">
        {groups.map(({ title, places }) => (
          <section key={title} aria-labelledby={title.replaceAll(" ", "-")}>
            <h2 id={title.replaceAll(" ", "-")} className="label border-b border-rule pb-2">
              {title}
            </h2>
            <ul className="divide-y divide-rule">
              {places.map(({ place, label, purpose }) => (
                <li key={place}>
                  <Link href={`/desk/settings/${place}`} className="group block py-4">
                    <span className="font-serif text-[19px] leading-6 font-semibold underline-offset-4 group-hover:underline">
                      {label}
                    </span>
                    <span className="mt-0.5 block text-ink-soft">{purpose}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </DeskPage>
  );
}
