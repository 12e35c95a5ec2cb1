"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { usePalette } from "@/components/ui/command-palette";
import { Face } from "@/components/ui/face";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { Opening } from "@/components/ui/opening";
import { Seal } from "@/components/ui/seal";
import { leave, placesFor } from "./places";

type Props = {
  person: { name: string; email: string };
  isAdmin: boolean;
  /** How many tasks wait for the person. */
  tasks: number;
};

/** The desk's head: where one is, the palette, and who one is. The workspace has its own. */
export function TopBar({ person, isAdmin, tasks }: Props) {
  const path = usePathname();
  const router = useRouter();
  const palette = usePalette();

  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-rule bg-sheet px-3 sm:gap-6 sm:px-6">
      <Link href="/desk" className="flex items-center gap-2.5 font-serif text-[18px] font-semibold">
        <Seal />
        <span className="sr-only sm:not-sr-only">Imprimatur</span>
      </Link>
      <nav aria-label="Desk" className="flex overflow-x-auto sm:gap-2">
        {placesFor(isAdmin).map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={isHere(path, href) ? "page" : undefined}
            ref={isHere(path, href) ? intoView : null}
            className="relative rounded-md px-1.5 py-2 font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-wash aria-[current]:text-ink sm:px-2.5 sm:py-1.5"
          >
            {label}
            <Opening />
            {href === "/desk" && tasks > 0 ? (
              <sup className="ml-1 text-[11px] font-semibold text-accent tabular-nums">
                {tasks}
                <span className="sr-only"> for you</span>
              </sup>
            ) : null}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center sm:gap-3">
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

/** On a phone not all places have room: the one that is open is brought into view. */
const intoView = (link: HTMLAnchorElement | null) => {
  if (link?.parentElement) link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft;
};

const isHere = (path: string, href: string): boolean =>
  href === "/desk"
    ? path === "/desk" || path.startsWith("/desk/articles") || path === "/desk/import"
    : path.startsWith(href);
