import { Fragment } from "react";
import type { Run } from "@/domain/citation/formatter";
import type { Place } from "./places";
import type { Setting } from "./setting";
import { SourceHealth } from "./source-health";

/** The list of sources in citing order, each with labelled links back to every place that cites it. */
export function Sources({ setting: { citations, formatter } }: { setting: Setting }) {
  const { entries, uncited } = citations;
  if (entries.length === 0 && uncited.length === 0) return null;
  return (
    <section className="src">
      <h2 id="sources">{entries.length > 0 ? "Sources" : "Further reading"}</h2>
      {entries.length > 0 && (
        <ol>
          {entries.map(({ reference, places }, index) => (
            <li key={reference.id} id={`r${index + 1}`}>
              <Runs runs={formatter.entry(reference.record)} />
              <SourceHealth health={reference.health} />
              <CitedAt places={places} />
            </li>
          ))}
        </ol>
      )}
      {uncited.length > 0 && entries.length > 0 && <h3>Further reading</h3>}
      {uncited.length > 0 && (
        <ul>
          {uncited.map(({ id, record, health }) => (
            <li key={id}>
              <Runs runs={formatter.entry(record)} />
              <SourceHealth health={health} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A formatted reference as text, italics and links. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => {
    if (run.href)
      return (
        <a key={index} href={run.href}>
          {run.text}
        </a>
      );
    return run.italic ? <cite key={index}>{run.text}</cite> : <Fragment key={index}>{run.text}</Fragment>;
  });
}

/** "cited at a b (p. 12)": one letter a place; the places that quote the source show the quote below. */
function CitedAt({ places }: { places: readonly Place[] }) {
  const quotes = [...new Set(places.flatMap(({ quote }) => (quote ? [quote] : [])))];
  return (
    <small>
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
