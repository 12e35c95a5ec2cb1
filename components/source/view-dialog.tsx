"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { useCommand } from "@/components/ui/use-command";
import type { LibraryView } from "./library-view";

type Props = { view: LibraryView | null; query: string; onClose: () => void };

/** Names a view, says whether others see it, or deletes it; a new one keeps what the library shows. */
export function ViewDialog({ view, query, onClose }: Props) {
  const saving = useCommand("view.save");
  const deleting = useCommand("view.delete");
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const problem = saving.error ?? deleting.error;
  const save = async () => {
    const input = { viewId: view?.id ?? null, name, query: view?.query ?? query, shared };
    if ((await saving.run(input)).ok) onClose();
  };
  return (
    <Dialog title={view ? "Change this view" : "Save this view"} isOpen onClose={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          hint="A view keeps the words, the choices and the order, not the sources themselves."
          error={problem?.message}
        />
        <label className="flex items-center gap-2.5">
          <input
            type="checkbox"
            className="size-4"
            checked={shared}
            onChange={(event) => setShared(event.target.checked)}
          />
          Show it to everybody
        </label>
        <div className="flex flex-wrap justify-end gap-2">
          {view ? (
            <Button
              emphasis="danger"
              isDisabled={deleting.pending}
              onPress={async () => (await deleting.run({ viewId: view.id })).ok && onClose()}
            >
              Delete
            </Button>
          ) : null}
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" emphasis="primary" isDisabled={saving.pending || name.trim() === ""}>
            {saving.pending ? "Saving…" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
