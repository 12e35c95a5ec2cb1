import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "./_components/desk-page";

export const metadata: Metadata = { title: "Not found" };

/** For an address of the desk that leads nowhere, or to something that this person may not see. */
export default function DeskNotFound() {
  return (
    <DeskPage
      narrow
      title="There is nothing here"
      lead="The address is wrong, what it named is gone, or it is not for you to see."
    >
      <ul className="grid gap-3 border-t border-rule pt-6">
        {ways.map(({ href, label, hint }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="font-serif text-[19px] font-semibold underline-offset-4 hover:underline"
            >
              {label}
            </Link>
            <p className="text-ink-soft">{hint}</p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}

const ways = [
  { href: "/desk", label: "Articles", hint: "Drafts and what is published, with search by title." },
  { href: "/desk/sources", label: "Sources", hint: "The library: every work that an article rests on." },
  { href: "/", label: "The site", hint: "What readers see." },
] as const;
