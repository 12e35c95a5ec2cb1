import Link from "next/link";

/** Where one sees how the sources, the history and the people are. */
export const WaysToLook = () => (
  <ul className="divide-y divide-rule border-y border-rule">
    {ways.map(({ href, label, hint }) => (
      <li key={href} className="py-3">
        <Link href={href} className="font-medium text-accent underline-offset-4 hover:underline">
          {label}
        </Link>
        <p className="text-ink-soft">{hint}</p>
      </li>
    ))}
    <li className="py-3">
      <code className="font-mono text-[13px] [overflow-wrap:anywhere]">npx imprimatur verify</code>
      <p className="text-ink-soft">On the server: whether the history is as it was written, event by event.</p>
    </li>
  </ul>
);

const ways = [
  {
    href: "/desk/sources/health",
    label: "Health of the sources",
    hint: "Which links are dead, which works retracted, what waits to be checked.",
  },
  { href: "/desk/people", label: "People", hint: "Who is here, and as what." },
] as const;
