"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Plus } from "lucide-react";
import type { DeletedSection } from "./handle";
import type { OutlinePart } from "./outline-parts";
import { Mark } from "./outline-row";
import { OutlineSections } from "./outline-sections";

export type OutlineProps = {
  parts: readonly OutlinePart[];
  /** The part at the cursor. */
  at: string | null;
  deleted?: readonly DeletedSection[];
  readOnly?: boolean;
  onOpen: (id: string) => void;
  /** `toIndex` counts the sections from 0, without the front. */
  onMove: (id: string, toIndex: number) => void;
  onRename: (id: string, heading: string) => void;
  onAdd: (after: string | null) => void;
  onDelete: (id: string) => void;
  onRestore?: (section: DeletedSection) => void;
};

/** The outline: every part with its state and coverage; sections are moved by pointer, by keyboard, or by their buttons. */
export function Outline(props: OutlineProps) {
  const { at, deleted = [], readOnly = false, onOpen, onAdd, onRestore } = props;
  const parts = useSteady(props.parts);
  const sections = useMemo(() => parts.filter(({ number }) => number !== null), [parts]);
  const front = parts.find(({ number }) => number === null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const calls = useMemo<Pick<OutlineProps, "onOpen" | "onMove" | "onRename" | "onDelete">>(
    () => ({
      onOpen: (id) => latest.current.onOpen(id),
      onMove: (id, toIndex) => latest.current.onMove(id, toIndex),
      onRename: (id, heading) => latest.current.onRename(id, heading),
      onDelete: (id) => latest.current.onDelete(id),
    }),
    [],
  );

  return (
    <nav aria-label="Outline" className="article-outline">
      <p className="label mb-2.5">Outline</p>
      {front ? (
        <button type="button" className="part" aria-current={at === front.id} onClick={() => onOpen(front.id)}>
          <span className="n">–</span>
          <span className="h">{front.heading}</span>
          <Mark part={front} />
        </button>
      ) : null}
      <OutlineSections sections={sections} at={at} readOnly={readOnly} calls={calls} />
      {readOnly ? null : (
        <button type="button" className="add" onClick={() => onAdd(parts.at(-1)?.id ?? null)}>
          <Plus size={14} aria-hidden /> Add a section
        </button>
      )}
      {deleted.length > 0 && onRestore ? <Deleted sections={deleted} onRestore={onRestore} /> : null}
    </nav>
  );
}

/** The parts as they were first given, until one differs: typing must not draw the whole outline at every key. */
function useSteady(parts: readonly OutlinePart[]): readonly OutlinePart[] {
  const [steady, setSteady] = useState(parts);
  if (steady === parts || JSON.stringify(steady) === JSON.stringify(parts)) return steady;
  setSteady(parts);
  return parts;
}

type DeletedProps = { sections: readonly DeletedSection[]; onRestore: (section: DeletedSection) => void };

function Deleted({ sections, onRestore }: DeletedProps) {
  return (
    <details className="deleted">
      <summary>Deleted sections ({sections.length})</summary>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <span>{section.heading || "Opening"}</span>
            <button type="button" onClick={() => onRestore(section)}>
              Restore<span className="sr-only"> {section.heading || "Opening"}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
