"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { useCommand } from "@/components/ui/use-command";
import type { ArticleId } from "@/domain/ids";
import { slugOf } from "@/domain/publishing/slug";

type Props = {
  articleId: ArticleId;
  slug: string;
  title: string;
  /** Whether readers have the article at an address already. */
  published: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** Gives the article another address, and says what becomes of the one that it has. */
export function AddressDialog({ articleId, slug, title, published, onClose, onDone }: Props) {
  const { run, pending, error } = useCommand("article.rename");
  const [wanted, setWanted] = useState(slug);
  const suggested = slugOf(title);
  return (
    <Dialog title="Address" isOpen onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          if ((await run({ articleId, slug: wanted.trim() })).ok) onDone();
        }}
      >
        <p className="text-ink-soft">
          {published
            ? "Readers find the article at the new address from its next edition on. All addresses that it had lead there, and editions stay where they were published."
            : "Nothing of it is published yet, so the address may still be any that is free."}
        </p>
        <TextField
          label="The part behind the site’s own address"
          hint="Words in a–z and 0–9 with dashes between"
          value={wanted}
          onChange={setWanted}
          maxLength={200}
          error={error?.message}
          isRequired
          autoFocus
        />
        {suggested !== wanted ? (
          <p className="text-[13px] text-ink-soft">
            From the title:{" "}
            <Button emphasis="quiet" small onPress={() => setWanted(suggested)}>
              {suggested}
            </Button>
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" emphasis="primary" isDisabled={pending || !wanted.trim() || wanted.trim() === slug}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
