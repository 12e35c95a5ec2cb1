"use client";

import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { whatIsPasted } from "@/domain/source/pasted";
import { isFileKind } from "./read-records";
import type { SourceHit } from "./source-hit";

type Props = {
  /** Searches the library and the article's own list, null where the desk does not answer; an empty query answers what is nearest at hand. */
  search: (query: string) => Promise<SourceHit[] | null>;
  onPick: (hit: SourceHit) => void;
  /** Asked to make a source: from what was typed or pasted, or from nothing. */
  onCreate: (text: string) => void;
  autoFocus?: boolean;
  /** Shows nothing before something is typed: where what is nearest at hand stands below already. */
  quiet?: boolean;
};

/** A field that finds a source by its words, or takes a pasted record, with the hits beneath: a combobox for the panel. */
export function SourcePicker({ search, onPick, onCreate, autoFocus = false, quiet = false }: Props) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const { hits, of, busy, unreachable } = useHits(search, query, quiet);
  const pasted = looksLikeRecord(query);

  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  /** Whoever types and presses Enter at once means what they typed, so hits of earlier words are not chosen from. */
  const choose = async (index: number) => {
    if (quiet && !query.trim()) return;
    const hit = pasted ? undefined : (of === query ? hits : ((await search(query)) ?? []))[index];
    if (hit) onPick(hit);
    else onCreate(query);
  };

  return (
    <div>
      <div className="flex items-center gap-2 rounded-md border border-rule-strong bg-sheet px-3 py-2 focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-wash">
        <Search size={15} aria-hidden className="shrink-0 text-ink-faint" />
        <input
          ref={input}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={hits[active] && !pasted ? `${list}-${active}` : undefined}
          aria-label="Find or paste a source"
          placeholder="Search, or paste a DOI or URL"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" && !event.altKey) setActive(Math.min(active + 1, hits.length - 1));
            else if (event.key === "ArrowUp" && !event.altKey) setActive(Math.max(active - 1, 0));
            else if (event.key === "Enter") void choose(active);
            else return;
            event.preventDefault();
          }}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-faint"
        />
      </div>
      <ul id={list} role="listbox" aria-label="Sources" className="mt-1.5 grid gap-0.5">
        {pasted
          ? null
          : hits.map((hit, index) => (
              <Hit
                key={hit.reference ?? hit.source}
                id={`${list}-${index}`}
                hit={hit}
                on={index === active}
                onPick={() => onPick(hit)}
              />
            ))}
      </ul>
      {pasted ? (
        <button
          type="button"
          onClick={() => onCreate(query)}
          className="w-full rounded-md bg-accent-wash px-3 py-2.5 text-left font-medium"
        >
          {isFile(query) ? "Read this and make a source of it" : "Look this up and make a source of it"}
        </button>
      ) : unreachable ? (
        <p role="alert" className="px-3 py-2 text-[13px] text-blocker">
          The desk cannot be reached. Check your connection.
        </p>
      ) : hits.length === 0 && !busy && query ? (
        <p role="status" className="px-3 py-2 text-ink-faint">
          Nothing in the library is called that.
        </p>
      ) : null}
    </div>
  );
}

function Hit({ id, hit, on, onPick }: { id: string; hit: SourceHit; on: boolean; onPick: () => void }) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={on}
      onClick={onPick}
      className="grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-md px-3 py-2 hover:bg-wash aria-selected:bg-accent-wash"
    >
      <b className="col-span-2 line-clamp-2 font-semibold">
        <bdi>{hit.title}</bdi>
      </b>
      <small className="truncate text-[12.5px] text-ink-soft">{hit.detail}</small>
      <span className={`text-[12px] font-semibold ${hit.source ? "text-ok" : "text-ink-soft"}`}>
        {hit.cited ? "cited here" : hit.reference ? (hit.source ? "in this article" : "not a source yet") : ""}
      </span>
    </li>
  );
}

/** The hits that are shown, and the words that they are hits of. */
type Hits = { hits: SourceHit[]; of: string | null; busy: boolean; unreachable: boolean };

const none: Hits = { hits: [], of: null, busy: true, unreachable: false };

function useHits(search: Props["search"], query: string, quiet: boolean): Hits {
  const [state, setState] = useState<Hits>(none);
  const idle = quiet && !query.trim();
  useEffect(() => {
    if (idle) return;
    let current = true;
    const wait = setTimeout(
      () => {
        setState((before) => ({ ...before, busy: true }));
        search(query).then((hits) => {
          if (current) setState({ hits: hits ?? [], of: query, busy: false, unreachable: hits === null });
        });
      },
      query ? 150 : 0,
    );
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [search, query, idle]);
  return idle ? none : state;
}

/** Whether a text is a file of records, which is read; anything else is looked up. */
function isFile(text: string): boolean {
  const [first] = whatIsPasted(text);
  return first !== undefined && isFileKind(first.kind);
}

/** Whether a text is a record or an identifier rather than words to search for. */
export function looksLikeRecord(text: string): boolean {
  const [first] = whatIsPasted(text);
  return first !== undefined && first.kind !== "line";
}
