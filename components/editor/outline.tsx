"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Button as AriaButton, GridList, GridListItem, type Selection, useDragAndDrop } from "react-aria-components";
import { ChevronDown, ChevronUp, GripVertical, Pencil, Plus, Trash2 } from "lucide-react";
import type { DeletedSection } from "./handle";
import { HeadingField } from "./heading-field";
import { type OutlinePart, coverWords } from "./outline-parts";

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
  const { parts, at, deleted = [], readOnly = false, onOpen, onMove, onAdd, onRestore } = props;
  const [renaming, setRenaming] = useState<string | null>(null);
  // Rows are drawn again only when they change, so what they call must not go stale with them.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const calls = useMemo<Pick<OutlineProps, "onMove" | "onRename" | "onDelete">>(
    () => ({
      onMove: (id, toIndex) => latest.current.onMove(id, toIndex),
      onRename: (id, heading) => latest.current.onRename(id, heading),
      onDelete: (id) => latest.current.onDelete(id),
    }),
    [],
  );
  const sections = parts.filter(({ number }) => number !== null);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({ "text/plain": sections.find(({ id }) => id === key)?.heading ?? "" })),
    onReorder: ({ keys, target }) => {
      const moved = String([...keys][0]);
      const from = sections.findIndex(({ id }) => id === moved);
      const beside = sections.findIndex(({ id }) => id === target.key);
      const to = beside + (target.dropPosition === "after" ? 1 : 0);
      if (from >= 0 && beside >= 0) onMove(moved, to > from ? to - 1 : to);
    },
  });
  const front = parts.find(({ number }) => number === null);

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
      <GridList
        aria-label="Sections"
        items={sections}
        dependencies={[renaming, readOnly, sections.length]}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selection(at)}
        onAction={(key) => onOpen(String(key))}
        {...(readOnly ? {} : { dragAndDropHooks })}
        renderEmptyState={() => <p className="p-2 text-ink-soft">No sections yet.</p>}
      >
        {(part: OutlinePart) => (
          <GridListItem id={part.id} textValue={part.heading} className="part">
            <Row
              part={part}
              last={part.number === sections.length}
              renaming={renaming === part.id}
              onRenaming={(yes) => setRenaming(yes ? part.id : null)}
              {...calls}
              readOnly={readOnly}
            />
          </GridListItem>
        )}
      </GridList>
      {readOnly ? null : (
        <button type="button" className="add" onClick={() => onAdd(parts.at(-1)?.id ?? null)}>
          <Plus size={14} aria-hidden /> Add a section
        </button>
      )}
      {deleted.length > 0 && onRestore ? (
        <details className="deleted">
          <summary>Deleted sections ({deleted.length})</summary>
          <ul>
            {deleted.map((section) => (
              <li key={section.id}>
                <span>{section.heading || "Opening"}</span>
                <button type="button" onClick={() => onRestore(section)}>
                  Restore<span className="sr-only"> {section.heading || "Opening"}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  );
}

type RowProps = Pick<OutlineProps, "onMove" | "onRename" | "onDelete"> & {
  part: OutlinePart;
  last: boolean;
  renaming: boolean;
  readOnly: boolean;
  onRenaming: (yes: boolean) => void;
};

function Row({ part, last, renaming, readOnly, onRenaming, onMove, onRename, onDelete }: RowProps) {
  const index = (part.number ?? 1) - 1;
  return (
    <>
      {readOnly ? (
        <span className="n">{part.number}</span>
      ) : (
        <AriaButton slot="drag" className="n grip" aria-label={`${part.number} Move ${part.heading}`}>
          <span>{part.number}</span>
          <GripVertical size={14} aria-hidden />
        </AriaButton>
      )}
      {renaming ? (
        <HeadingField
          heading={part.heading}
          onDone={() => onRenaming(false)}
          onRename={(text) => onRename(part.id, text)}
        />
      ) : (
        <span className="h">{part.heading}</span>
      )}
      <Mark part={part} />
      {readOnly || renaming ? null : (
        <span className="acts">
          <Act name={`Rename ${part.heading}`} icon={Pencil} act={() => onRenaming(true)} />
          <Act
            name={`Move ${part.heading} up`}
            icon={ChevronUp}
            off={index === 0}
            act={() => onMove(part.id, index - 1)}
          />
          <Act
            name={`Move ${part.heading} down`}
            icon={ChevronDown}
            off={last}
            act={() => onMove(part.id, index + 1)}
          />
          <Act name={`Delete ${part.heading}`} icon={Trash2} act={() => onDelete(part.id)} />
        </span>
      )}
      {part.covers.length > 0 ? (
        <span className="strip" role="img" aria-label={coverWords(part.covers)} title={coverWords(part.covers)}>
          {part.covers.map((cover, bar) => (
            // The bars have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <i key={bar} data-cover={cover} />
          ))}
        </span>
      ) : null}
    </>
  );
}

function Act({
  name,
  icon: Icon,
  act,
  off = false,
}: {
  name: string;
  icon: typeof Plus;
  act: () => void;
  off?: boolean;
}) {
  return (
    <AriaButton aria-label={name} onPress={act} isDisabled={off}>
      <Icon size={14} aria-hidden />
    </AriaButton>
  );
}

function Mark({ part }: { part: OutlinePart }) {
  return part.blockers > 0 ? (
    <span className="count" title={`${part.blockers} blockers`}>
      {part.blockers}
      <span className="sr-only"> blockers</span>
    </span>
  ) : (
    <span className="tick" title="No blockers">
      ✓<span className="sr-only"> no blockers</span>
    </span>
  );
}

const selection = (at: string | null): Selection => new Set(at === null ? [] : [at]);
