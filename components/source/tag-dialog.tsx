"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Tag } from "@/domain/source/tags";

type Props = {
  count: number;
  offered: string[];
  onClose: () => void;
  onTake: (change: { add: string[]; remove: string[] }) => void;
};

/** Asks for a tag to put on sources or to take off them; those that the library has are offered. */
export function TagDialog({ count, offered, onClose, onTake }: Props) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const tags = typed
    .split(",")
    .filter((text) => text.trim() !== "")
    .map((text) => Tag.safeParse(text));
  const good = tags.flatMap((tag) => (tag.success ? [tag.data] : []));
  const bad = tags.length !== good.length;
  const ready = good.length > 0 && !bad;
  return (
    <Dialog
      title={count === 1 ? "Tag one source" : `Tag ${count.toLocaleString("en-GB")} sources`}
      isOpen
      onClose={onClose}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onTake({ add: good, remove: [] });
        }}
      >
        <label className="grid gap-1.5">
          <span className="text-[13px] font-medium text-ink-soft">Tags, with commas between them</span>
          <input
            list={list}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoFocus
            maxLength={400}
            aria-invalid={bad}
            className="w-full rounded-md border border-rule-strong bg-sheet px-3 py-2"
          />
          <datalist id={list}>
            {offered.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <span className="text-[12.5px] text-ink-faint">Small letters, at most 40 each; a source has at most 50.</span>
        </label>
        {bad ? (
          <p className="text-[13px] text-blocker">A tag has at least one letter and at most 40 characters.</p>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button isDisabled={!ready} onPress={() => onTake({ add: [], remove: good })}>
            Take off
          </Button>
          <Button type="submit" emphasis="primary" isDisabled={!ready}>
            Put on
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
