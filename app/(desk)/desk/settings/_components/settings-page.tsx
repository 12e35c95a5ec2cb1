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
    <DeskPage
      title={
        <>
          <span className="max-md:hidden">Settings</span>
          <Link href="/desk/settings" className="-ml-1.5 flex items-center gap-1 md:hidden">
            <ChevronLeft size={24} aria-hidden /> Settings
          </Link>
        </>
      }
    >
      <div className="grid gap-x-14 md:grid-cols-[11rem_minmax(0,1fr)]">
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
