import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { NotForYou } from "./not-for-you";
import { permission, placeNamed, type SettingsPlace } from "./places";
import { SideList } from "./side-list";

/** One place of the settings: the list of all beside it, its name and what it is for; for others than admins, a refusal. */
export async function SettingsPage({ place, children }: { place: SettingsPlace; children: ReactNode }) {
  if (!may(permission, await requireActor())) return <NotForYou />;
  const here = placeNamed(place);
  return (
    <DeskPage title="Settings">
      <div className="grid gap-x-14 gap-y-6 md:grid-cols-[11rem_minmax(0,1fr)]">
        <Link
          href="/desk/settings"
          className="-mt-3 inline-flex items-center gap-1 justify-self-start py-1 font-medium text-accent underline-offset-4 hover:underline md:hidden"
        >
          <ChevronLeft size={16} aria-hidden /> All settings
        </Link>
        <SideList here={place} />
        <div className="max-w-3xl min-w-0">
          <h2 className="font-serif text-[25px] leading-8 font-semibold">{here?.label}</h2>
          <p className="mt-1 mb-8 max-w-prose text-[15px] text-ink-soft">{here?.purpose}</p>
          <div className="grid gap-12">{children}</div>
        </div>
      </div>
    </DeskPage>
  );
}
