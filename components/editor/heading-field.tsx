"use client";

import { useState } from "react";

type Props = { heading: string; onRename: (text: string) => void; onDone: () => void };

/** A section's heading as a field: Enter or leaving it renames, Escape leaves it as it was. */
export function HeadingField({ heading, onRename, onDone }: Props) {
  const [text, setText] = useState(heading === "Opening" ? "" : heading);
  return (
    <input
      className="rename"
      aria-label="Heading"
      placeholder="No heading (opening)"
      // The field opens because a person asked to rename.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        onRename(text);
        onDone();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") {
          event.preventDefault();
          onDone();
        }
        if (event.key === "Enter") {
          onRename(text);
          onDone();
        }
      }}
    />
  );
}
