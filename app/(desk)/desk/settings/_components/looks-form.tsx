"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import type { LooksChoices } from "@/server/queries/house-looks";
import { AccentFields } from "./accent-fields";
import { ChoiceOfOne } from "./choice-of-one";
import { LinksField } from "./links-field";
import { type GivenLogo, LogoField } from "./logo-field";
import { LooksPreview } from "./looks-preview";

const headlines = [
  ["system", "The reader's own serif", "Nothing is loaded: the page is one request."],
  ["source-serif", "Source Serif", "50 kB from this site, after the first paint."],
  ["instrument-sans", "Instrument Sans", "30 kB from this site, after the first paint."],
] as const;
const corrections = [
  ["foot", "Below the text", "Before the sources."],
  ["top", "Above the title", "Where nobody can miss them."],
] as const;

/** How the house looks to readers, with a page of it drawn beside while one chooses. */
export function LooksForm({ site, looks }: { site: { name: string; tagline: string }; looks: LooksChoices }) {
  const router = useRouter();
  const command = useCommand("site.set-looks");
  const { hasLogo, ...saved } = looks;
  const [chosen, setChosen] = useState(saved);
  const [logo, setLogo] = useState<GivenLogo>({ kind: "kept" });
  const input = { ...chosen, logo };
  const changed = logo.kind !== "kept" || JSON.stringify(chosen) !== JSON.stringify(saved);
  const choose = (part: Partial<typeof chosen>) => {
    setChosen({ ...chosen, ...part });
    command.dismiss();
  };
  return (
    <section aria-labelledby="looks" className="mt-14 border-t border-rule pt-8">
      <h2 id="looks" className="font-serif text-[22px] font-semibold">
        Looks
      </h2>
      <p className="mt-1.5 mb-5 max-w-prose text-[15px] text-ink-soft">
        What every page looks like. How citations are set is chosen{" "}
        <a href="#citations" className="text-accent underline underline-offset-4">
          further below
        </a>
        .
      </p>
      <form
        className="grid gap-7"
        onSubmit={async (event) => {
          event.preventDefault();
          const result = await command.run(input);
          if (result.ok) router.refresh();
        }}
      >
        <LooksPreview site={site} looks={input} />
        <AccentFields accent={chosen.accent} onChange={(accent) => choose({ accent })} />
        <LogoField hasLogo={hasLogo} logo={logo} onChange={setLogo} />
        <ChoiceOfOne
          label="Headlines are set in"
          choices={headlines}
          value={chosen.headlines}
          onChange={(value) => choose({ headlines: value })}
        />
        <LinksField
          label="Links in the masthead"
          links={chosen.navigation}
          onChange={(navigation) => choose({ navigation })}
        />
        <LinksField label="Links at the foot" links={chosen.footer} onChange={(footer) => choose({ footer })} />
        <ChoiceOfOne
          label="Corrections stand"
          choices={corrections}
          value={chosen.corrections}
          onChange={(value) => choose({ corrections: value })}
        />
        {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
        <div className="flex items-center gap-4">
          <Button type="submit" emphasis="primary" isDisabled={!changed || command.pending}>
            {command.pending ? "Saving…" : "Save looks"}
          </Button>
          <p className="text-[13px] text-ink-faint">Every page is baked anew soon after, older editions too.</p>
        </div>
      </form>
    </section>
  );
}
