import { Fragment } from "react";
import type { DrawnCitation } from "./places";
import type { Setting } from "./setting";

/**
 * The numbers of a citation, each a link to its source, and a note with the source, locator and quote: it stands beside
 * the text while a number is pointed at or focused, and needs no script.
 */
export function CitationMark({ id, setting }: { id: string; setting: Setting }) {
  const drawn = setting.citations.drawn.get(id);
  if (!drawn || drawn.shown.length === 0) return null;
  return (
    <sup className="c">
      {drawn.shown.map(({ from, to, anchor }, index) => (
        <Fragment key={from}>
          {index > 0 && ","}
          <a href={`#r${from}`} id={anchor}>
            {from}
          </a>
          {to > from && (
            <>
              –<a href={`#r${to}`}>{to}</a>
            </>
          )}
        </Fragment>
      ))}
      <Note drawn={drawn} setting={setting} />
    </sup>
  );
}

const mostInNote = 4;

function Note({ drawn, setting: { citations, formatter } }: { drawn: DrawnCitation; setting: Setting }) {
  const rest = drawn.items.length - mostInNote;
  return (
    <span className="n">
      {drawn.items.slice(0, mostInNote).map(({ number, locator, quote }, index) => {
        const entry = citations.entries[number - 1];
        if (!entry) return null;
        const source = formatter.short(entry.reference.record);
        return (
          <span key={index}>
            {quote && <q>{quote}</q>}
            <b>{number}</b> {locator ? `${source}, ${locator}` : source}
          </span>
        );
      })}
      {rest > 0 && <span>and {rest} more</span>}
    </span>
  );
}
