"use client";

import { Button as AriaButton } from "react-aria-components";
import { ChevronDown, ChevronUp, GripVertical, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import { HeadingField } from "./heading-field";
import { type OutlinePart, coverWords } from "./outline-parts";

/** What may be done with a section from its row. */
export type RowCalls = {
  onMove: (id: string, toIndex: number) => void;
  onRename: (id: string, heading: string) => void;
  onDelete: (id: string) => void;
};

type RowProps = RowCalls & {
  part: OutlinePart;
  last: boolean;
  renaming: boolean;
  readOnly: boolean;
  onRenaming: (yes: boolean) => void;
};

/** One section: its number (the handle to drag it by), heading, blockers, tools and coverage. */
export function Row({ part, last, renaming, readOnly, onRenaming, onMove, onRename, onDelete }: RowProps) {
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
  icon: LucideIcon;
  act: () => void;
  off?: boolean;
}) {
  return (
    <AriaButton aria-label={name} onPress={act} isDisabled={off}>
      <Icon size={14} aria-hidden />
    </AriaButton>
  );
}

/** How many blockers a part has, or a tick. */
export function Mark({ part }: { part: OutlinePart }) {
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
