import Link from "next/link";
import { groups, type SettingsPlace } from "./places";

/** All places of the settings beside the one that is open; on a phone, the overview stands for it. */
export function SideList({ here }: { here: SettingsPlace }) {
  return (
    <nav aria-label="Settings" className="-ml-2.5 hidden content-start gap-6 self-start md:sticky md:top-20 md:grid">
      {groups.map(({ title, places }) => (
        <div key={title}>
          <h3 className="label mb-1.5 px-2.5">{title}</h3>
          <ul>
            {places.map(({ place, label }) => (
              <li key={place}>
                <Link
                  href={`/desk/settings/${place}`}
                  aria-current={place === here ? "page" : undefined}
                  className="block rounded-md px-2.5 py-1.5 font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-wash aria-[current]:text-ink forced-colors:aria-[current]:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
