import Link from "next/link";

/** Where one sees how the sources and the history are. */
export const WaysToLook = () => (
  <ul className="divide-y divide-rule border-y border-rule">
    <li className="py-3">
      <Link href="/desk/sources/health" className="font-medium text-accent underline-offset-4 hover:underline">
        Health of the sources
      </Link>
      <p className="text-ink-soft">Which links are dead, which works retracted, what waits to be checked.</p>
    </li>
    <li className="py-3">
      <code className="font-mono text-[13px] [overflow-wrap:anywhere]">npx imprimatur verify</code>
      <p className="text-ink-soft">On the server: whether the history is as it was written, event by event.</p>
    </li>
  </ul>
);
