"use client";

import { memo, useState } from "react";
import { GridList, GridListItem, type Selection, useDragAndDrop } from "react-aria-components";
import type { OutlinePart } from "./outline-parts";
import { Row, type RowCalls } from "./outline-row";

type Props = {
  sections: readonly OutlinePart[];
  at: string | null;
  readOnly: boolean;
  /** Never a new object: rows are drawn again only when they change. */
  calls: RowCalls & { onOpen: (id: string) => void };
};

/** The sections as a list that can be sorted by pointer and by keyboard; drawn again only when something in it changes. */
export const OutlineSections = memo(function OutlineSections({ sections, at, readOnly, calls }: Props) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({ "text/plain": sections.find(({ id }) => id === key)?.heading ?? "" })),
    onReorder: ({ keys, target }) => {
      const moved = String([...keys][0]);
      const from = sections.findIndex(({ id }) => id === moved);
      const beside = sections.findIndex(({ id }) => id === target.key);
      const to = beside + (target.dropPosition === "after" ? 1 : 0);
      if (from >= 0 && beside >= 0) calls.onMove(moved, to > from ? to - 1 : to);
    },
  });
  return (
    <GridList
      aria-label="Sections"
      items={sections}
      dependencies={[renaming, readOnly, sections.length]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selection(at)}
      onAction={(key) => calls.onOpen(String(key))}
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
            onMove={calls.onMove}
            onRename={calls.onRename}
            onDelete={calls.onDelete}
            readOnly={readOnly}
          />
        </GridListItem>
      )}
    </GridList>
  );
});

const selection = (at: string | null): Selection => new Set(at === null ? [] : [at]);
