import type { Setting } from "./setting";

/**
 * The note that a citation shows, empty until `reader/notes.js` fills it: the citation's own words in place of the first
 * child, then lines of the lists. A popover (WHATWG HTML, 6.12): Esc and a press elsewhere close it, and it is on top of all.
 */
export function NoteBox({ citations: { drawn, kind } }: Pick<Setting, "citations">) {
  if (drawn.size === 0) return null;
  return (
    <div className="src n" popover="auto" role="note" aria-label="Citation" tabIndex={-1}>
      <i />
      {kind === "numeric" ? <ol /> : <ul className="plain" />}
      <a href="#sources">All sources</a>
    </div>
  );
}
