import type { ReactNode } from "react";
import { CommandPalette } from "@/components/ui/command-palette";
import { requireActor } from "@/server/auth/session";

/** Everything under /desk is for people who are signed in; each query and command asks again by itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requireActor();
  return <CommandPalette>{children}</CommandPalette>;
}
