import { Fragment } from "react";
import { said } from "./citation-mark";
import type { Entry, Place } from "./places";
import { Runs } from "./runs";
import type { Setting } from "./setting";
import { SourceHealth } from "./source-health";
import { VerifiedBy } from "./verified-by";

/** The list of sources in the order of its style, each with labelled links back to every place that cites it. */
export function Sources({ setting: { citations } }: { setting: Setting }) {
  const { entries, uncited } = citations;
  if (entries.length === 0 && uncited.length === 0) return null;
  return (
    <section className="src">
      <Notes notes={citations.notes} />
      <h2 id="sources">{entries.length > 0 ? "Sources" : "Further reading"}</h2>
      {entries.length > 0 && <List {...citations} />}
      {uncited.length > 0 && entries.length > 0 && <h3>Further reading</h3>}
      {uncited.length > 0 && (
        <ul>
          {uncited.map(({ reference, runs }) => (
            <li key={reference.id}>
              <Runs runs={runs} />
              <SourceHealth health={reference.health} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function List({ kind, hanging, entries }: Setting["citations"]) {
  if (kind !== "numeric")
    return (
      <ul className={hanging ? "hang" : "plain"}>
        {entries.map((entry) => (
          <li key={entry.number} id={`r${entry.number}`}>
            {entry.label && <b>{entry.label} </b>}
            <Told entry={entry} />
          </li>
        ))}
      </ul>
    );
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.number} id={`r${entry.number}`} value={said(entry)}>
          <Told entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** What stands in a line of the list, whatever the list is like. */
function Told({ entry: { reference, runs, places } }: { entry: Entry }) {
  return (
    <>
      <Runs runs={runs} />
      <SourceHealth health={reference.health} />
      <VerifiedBy verified={reference.verified} />
      <CitedAt places={places} />
    </>
  );
}

/** The notes of a style of notes, each with the way back to its number in the text. */
function Notes({ notes }: { notes: Setting["citations"]["notes"] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2 id="fn:notes">Notes</h2>
      <ol className="notes">
        {notes.map(({ number, anchor, runs }) => (
          <li key={number} id={`fn:${number}`}>
            <Runs runs={runs} />{" "}
            <a className="at" href={`#${anchor}`} aria-label={`Back to note ${number} in the text`}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

/** "cited at a b (p. 12)": one letter a place; the places that quote the source show the quote below. */
function CitedAt({ places }: { places: readonly Place[] }) {
  const quotes = [...new Set(places.flatMap(({ quote }) => (quote ? [quote] : [])))];
  return (
    <small className="at">
      cited at
      {places.map(({ letter, anchor, locator }, index) => (
        <Fragment key={index}>
          {" "}
          {letter === places[index - 1]?.letter ? null : <a href={`#${anchor}`}>{letter}</a>}
          {locator && ` (${locator})`}
        </Fragment>
      ))}
      {quotes.map((quote) => (
        <q key={quote}>{quote}</q>
      ))}
    </small>
  );
}
