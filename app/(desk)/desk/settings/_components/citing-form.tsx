"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { StylePicker } from "@/components/citation/style-picker";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { AddedStyles } from "./added-styles";
import { StyleSample } from "./style-sample";

export type CitingChoices = {
  site: { style: string; locale: string };
  styles: { id: string; title: string }[];
  added: { id: string; title: string; articles: number }[];
};

/** The site's citation style and language with what they make of made-up sources, and the styles that were added. */
export function CitingForm({ site, styles, added }: CitingChoices) {
  const router = useRouter();
  const command = useCommand("settings.set-citing");
  const [chosen, setChosen] = useState(site);
  const [saved, setSaved] = useState(false);
  const changed = chosen.style !== site.style || chosen.locale !== site.locale;
  return (
    <section aria-labelledby="citations" className="mt-14 border-t border-rule pt-8">
      <h2 id="citations" className="font-serif text-[22px] font-semibold">
        Citations
      </h2>
      <p className="mt-1.5 mb-5 max-w-prose text-[15px] text-ink-soft">
        How citations and lists of sources are set in articles that have no style of their own. What is published
        already keeps its style.
      </p>
      <form
        className="grid gap-6"
        onSubmit={async (event) => {
          event.preventDefault();
          const result = await command.run(chosen);
          setSaved(result.ok);
          if (result.ok) router.refresh();
        }}
      >
        <StylePicker
          styles={styles}
          style={chosen.style}
          locale={chosen.locale}
          onChange={(style, locale) => {
            setChosen({ style: style ?? chosen.style, locale: locale ?? chosen.locale });
            setSaved(false);
            command.dismiss();
          }}
        />
        <StyleSample key={`${chosen.style} ${chosen.locale}`} style={chosen.style} locale={chosen.locale} />
        {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
        {saved && !changed ? <Notice tone="ok">Saved. Drafts are set in it from now on.</Notice> : null}
        <div>
          <Button type="submit" emphasis="primary" isDisabled={!changed || command.pending}>
            {command.pending ? "Saving…" : "Save"}
          </Button>
        </div>
      </form>
      <AddedStyles added={added} />
    </section>
  );
}
