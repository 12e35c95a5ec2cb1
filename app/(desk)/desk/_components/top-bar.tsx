"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { type PaletteEntry, usePalette, usePaletteEntries } from "@/components/ui/command-palette";
import { Face } from "@/components/ui/face";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { Seal } from "@/components/ui/seal";
import { signOut } from "@/components/people/sign-in";

type Props = {
  person: { name: string; email: string };
  isAdmin: boolean;
  mayWrite: boolean;
  /** How many tasks wait for the person. */
  tasks: number;
};

/** The desk's head: where one is, the palette, and who one is. The workspace has its own. */
export function TopBar({ person, isAdmin, mayWrite, tasks }: Props) {
  const path = usePathname();
  const router = useRouter();
  const palette = usePalette();
  const places = useMemo(() => placesFor(isAdmin), [isAdmin]);
  const entries = useMemo<PaletteEntry[]>(
    () => [
      ...places.map(({ href, label }) => ({
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
    [places, mayWrite, router],
  );
  usePaletteEntries(entries);

  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-4 border-b border-rule bg-sheet px-4 sm:gap-6 sm:px-6">
      <Link href="/desk" className="flex items-center gap-2.5 font-serif text-[18px] font-semibold">
        <Seal />
        <span className="sr-only sm:not-sr-only">Imprimatur</span>
      </Link>
      <nav aria-label="Desk" className="flex gap-1 overflow-x-auto sm:gap-2">
        {places.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={isHere(path, href) ? "page" : undefined}
            className="rounded-md px-2.5 py-1.5 font-medium text-ink-soft hover:text-ink aria-[current]:bg-wash aria-[current]:text-ink"
          >
            {label}
            {href === "/desk" && tasks > 0 ? (
              <sup className="ml-1 text-[11px] font-semibold text-accent tabular-nums">
                {tasks}
                <span className="sr-only"> for you</span>
              </sup>
            ) : null}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-3">
        <Button emphasis="quiet" small onPress={palette.open}>
          <Search size={16} aria-hidden />
          <span className="sr-only md:not-sr-only">Find or do</span>
          <span className="hidden md:inline">
            <Kbd>⌘K</Kbd>
          </span>
        </Button>
        <Menu
          label={person.name}
          trigger={
            <Button emphasis="quiet" small aria-label={`You: ${person.name}`}>
              <Face name={person.name} />
            </Button>
          }
          entries={[
            { id: "account", label: person.name, hint: person.email },
            { id: "site", label: "See the site" },
            { id: "out", label: "Sign out" },
          ]}
          onAction={(id) => {
            if (id === "account") router.push("/desk/account");
            if (id === "site") location.assign("/");
            if (id === "out") leave();
          }}
        />
      </div>
    </header>
  );
}

const placesFor = (isAdmin: boolean) => [
  { href: "/desk", label: "Articles" } as const,
  { href: "/desk/sources", label: "Sources" } as const,
  { href: "/desk/topics", label: "Topics" } as const,
  ...(isAdmin
    ? [{ href: "/desk/people", label: "People" } as const, { href: "/desk/settings", label: "Settings" } as const]
    : []),
];

const leave = () => void signOut();

const isHere = (path: string, href: string): boolean =>
  href === "/desk"
    ? path === "/desk" || path.startsWith("/desk/articles") || path === "/desk/import"
    : path.startsWith(href);
