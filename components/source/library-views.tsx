"use client";

import { Bookmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { LibraryView } from "./library-view";
import { ViewDialog } from "./view-dialog";

type Props = { views: LibraryView[]; query: string };

/** The views that a person keeps and those that others share, and the way to keep what the screen shows now. */
export function LibraryViews({ views, query }: Props) {
  const router = useRouter();
  const [edited, setEdited] = useState<LibraryView | "new" | null>(null);
  const here = views.find((view) => view.query === query);
  return (
    <>
      <Menu
        label="Views"
        trigger={
          <Button small>
            <Bookmark size={13} aria-hidden /> {here?.name ?? "Views"}
          </Button>
        }
        entries={[
          ...views.map((view) => ({
            id: view.id,
            label: view.name,
            ...(view.by ? { hint: `shared by ${view.by}` } : view.shared ? { hint: "shared with everybody" } : {}),
          })),
          ...(here && here.by === null ? [{ id: "change", label: "Rename, share or delete this view…" }] : []),
          { id: "new", label: "Save this view…" },
        ]}
        onAction={(id) => {
          const view = views.find((one) => one.id === id);
          if (view) router.push(`/desk/sources?${view.query}`);
          else if (id === "new") setEdited("new");
          else if (here) setEdited(here);
        }}
      />
      {edited ? (
        <ViewDialog
          view={edited === "new" ? null : edited}
          query={query}
          onClose={() => {
            setEdited(null);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
