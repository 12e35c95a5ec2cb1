import type { ReactNode } from "react";
import { CommandPalette } from "@/components/ui/command-palette";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { PalettePlaces } from "./_components/palette-places";

/** Everything under /desk is for people who are signed in; each query and command asks again by itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <CommandPalette>
      <PalettePlaces isAdmin={may("people.manage", actor)} mayWrite={may("article.create", actor)} />
      {children}
    </CommandPalette>
  );
}
