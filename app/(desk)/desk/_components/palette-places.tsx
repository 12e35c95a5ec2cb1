"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type PaletteEntry, usePaletteEntries } from "@/components/ui/command-palette";
import { leave, placesFor } from "./places";

/** What the palette offers on every screen of the desk: where one can go, what can be begun, and the way out. */
export function PalettePlaces({ isAdmin, mayWrite }: { isAdmin: boolean; mayWrite: boolean }) {
  const router = useRouter();
  const entries = useMemo<PaletteEntry[]>(
    () => [
      ...placesFor(isAdmin).map(({ href, label }) => ({
        id: href,
        label: `Go to ${label.toLowerCase()}`,
        run: () => router.push(href),
      })),
      ...(mayWrite
        ? [
            { id: "import", label: "Import a draft", run: () => router.push("/desk/import") },
            { id: "write", label: "Write a new article", run: () => router.push("/desk/import?write") },
          ]
        : []),
      { id: "account", label: "Your account", run: () => router.push("/desk/account") },
      { id: "sign-out", label: "Sign out", run: leave },
    ],
    [isAdmin, mayWrite, router],
  );
  usePaletteEntries(entries);
  return null;
}
