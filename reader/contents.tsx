import type { Anchored } from "./anchors";

/** The generated contents: a fold on narrow screens, beside the text on wide ones. Fewer than two headings need none. */
export function Contents({ headings, sources }: { headings: readonly Anchored[]; sources: boolean }) {
  if (headings.length < 2) return null;
  return (
    <nav className="toc" aria-label="Contents">
      <details>
        <summary>Contents</summary>
        <ol>
          {headings.map(({ anchor, text }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{text}</a>
            </li>
          ))}
          {sources && (
            <li>
              <a href="#sources">Sources</a>
            </li>
          )}
        </ol>
      </details>
    </nav>
  );
}
