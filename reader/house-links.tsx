import type { HouseLink } from "@/domain/looks/looks";
import type { SiteView } from "@/domain/publishing/edition";

/** The house's own links: in the masthead, or below everything. None is no list. */
export function HouseLinks(props: { links: readonly HouseLink[] | undefined; label: string; foot?: boolean }) {
  const { links = [], label, foot = false } = props;
  if (links.length === 0) return null;
  return (
    <nav className={foot ? "ends" : undefined} aria-label={label}>
      {links.map(({ label: words, href }) => (
        <a key={href + words} href={href}>
          {words}
        </a>
      ))}
    </nav>
  );
}

/** What the masthead leads to: what the house chose, else topics and archive; and always the search. */
export function inMasthead({ looks }: SiteView): readonly HouseLink[] {
  const own = looks?.navigation ?? [];
  if (own.length === 0) return [...ours, search];
  return own.some(({ href }) => href === search.href) ? own : [...own, search];
}

const search: HouseLink = { label: "Search", href: "/search" };
const ours: readonly HouseLink[] = [
  { label: "Topics", href: "/topics" },
  { label: "Archive", href: "/archive" },
];
