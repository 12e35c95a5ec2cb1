import type { HouseLink } from "@/domain/looks/looks";

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
