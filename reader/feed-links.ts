/** The three feeds of a list (Atom, RSS 2.0, JSON Feed 1.1) as a browser or a reader of feeds finds them in a page's head. */
export const feedLinks = (title: string, at = "") =>
  feeds.map(({ path, type, name }) => ({
    rel: "alternate",
    type,
    href: `${at}${path}`,
    title: `${title} (${name})`,
  }));

const feeds = [
  { path: "/feed.xml", type: "application/atom+xml", name: "Atom" },
  { path: "/feed.rss", type: "application/rss+xml", name: "RSS" },
  { path: "/feed.json", type: "application/feed+json", name: "JSON Feed" },
] as const;
