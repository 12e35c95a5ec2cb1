"use client";

import { type KeyboardEvent, useState } from "react";
import type { EditorView } from "prosemirror-view";
import { Button } from "@/components/ui/button";
import { linkAt, removeLink, setLink } from "./links";

/** A small box under the selected words that takes an address, checks it, and links them. */
export function LinkBox({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const [range] = useState(() => linkAt(view.state));
  const [address, setAddress] = useState(range?.href ?? "");
  const [wrong, setWrong] = useState(false);
  const [place] = useState(() => placeUnder(view, range?.from ?? view.state.selection.from));

  function link(): void {
    const transaction = range && setLink(view.state, range.from, range.to, address);
    if (!transaction) return setWrong(true);
    view.dispatch(transaction);
    onClose();
  }

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key === "Enter" && range) {
      event.preventDefault();
      link();
    }
  };
  return (
    <div role="dialog" aria-label="Link" className="link-box" style={place} onKeyDown={keys} ref={intoView}>
      {range ? (
        <>
          <label>
            Address
            <input
              // The box opens because a person asked for it, so its one field is where they want to be.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              type="url"
              inputMode="url"
              value={address}
              placeholder="https://"
              aria-invalid={wrong}
              aria-describedby="link-wrong"
              onChange={(event) => {
                setAddress(event.target.value);
                setWrong(false);
              }}
            />
          </label>
          <p id="link-wrong" role="status">
            {wrong ? "That is not a web or mail address." : ""}
          </p>
          <div className="link-acts">
            <Button small emphasis="primary" onPress={link}>
              Link
            </Button>
            {range.href ? (
              <Button
                small
                onPress={() => {
                  view.dispatch(removeLink(view.state, range.from, range.to));
                  onClose();
                }}
              >
                Remove the link
              </Button>
            ) : null}
            <Button small emphasis="quiet" onPress={onClose}>
              Cancel
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>Select the words to link first. A title and a byline have no links.</p>
          <Button small autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      )}
    </div>
  );
}

function intoView(box: HTMLDivElement | null): void {
  box?.scrollIntoView({ block: "nearest" });
}

/** The place just under a position, in the coordinates of the manuscript's own box. */
function placeUnder(view: EditorView, at: number): { top: number; left: number } {
  const box = view.dom.closest(".manuscript-desk")?.getBoundingClientRect();
  const { bottom, left } = view.coordsAtPos(at);
  const width = box?.width ?? 0;
  return { top: bottom - (box?.top ?? 0) + 8, left: Math.max(8, Math.min(left - (box?.left ?? 0), width - 336)) };
}
