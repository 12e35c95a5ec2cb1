"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { Masthead } from "./masthead";

type Site = { name: string; tagline: string };

/** The house's name and tagline, with the masthead that comes of them drawn while one types. */
export function SiteForm({ site }: { site: Site }) {
  const router = useRouter();
  const command = useCommand("site.change");
  const [name, setName] = useState(site.name);
  const [tagline, setTagline] = useState(site.tagline);
  const [saved, setSaved] = useState(false);
  const changed = name.trim() !== site.name || tagline.trim() !== site.tagline;
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    setSaved(false);
    command.dismiss();
  };
  return (
    <form
      className="grid gap-8"
      onSubmit={async (event) => {
        event.preventDefault();
        const result = await command.run({ name, tagline });
        if (!result.ok) return;
        setSaved(true);
        router.refresh();
      }}
    >
      <Masthead name={name} tagline={tagline} />
      <div className="grid max-w-lg gap-5">
        <TextField
          label="Name of the site"
          value={name}
          onChange={typed(setName)}
          isRequired
          maxLength={80}
          hint="At the head of every page, in feeds and in how an article is to be cited."
        />
        <TextField
          label="Tagline"
          value={tagline}
          onChange={typed(setTagline)}
          maxLength={200}
          hint="Beside the name, and in search results. May stay empty."
        />
        {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
        {saved && !changed ? (
          <Notice tone="ok">Saved. The pages are being baked anew; readers see it within a moment.</Notice>
        ) : null}
        <div className="flex items-center gap-4">
          <Button type="submit" emphasis="primary" isDisabled={!changed || !name.trim() || command.pending}>
            {command.pending ? "Saving…" : "Save"}
          </Button>
          <Link href="/" prefetch={false} className="font-medium text-accent underline underline-offset-4">
            See the site
          </Link>
        </div>
      </div>
    </form>
  );
}
