/** The foot of the house's own pages: what it stands for, and the ways to follow it. `at` is the list whose feeds they are. */
export function SiteFoot({ at = "" }: { at?: string }) {
  return (
    <footer className="foot house">
      <p>Everything here stands on its sources: no article is published while a citation is unresolved.</p>
      <p className="ways">
        Follow by <a href={`${at}/feed.xml`}>Atom</a>, <a href={`${at}/feed.rss`}>RSS</a> or{" "}
        <a href={`${at}/feed.json`}>JSON Feed</a>
      </p>
    </footer>
  );
}
