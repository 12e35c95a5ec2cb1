"use client";

import { type ReactNode, useState } from "react";
import type { FixTools } from "@/components/article/fixes/tools";
import { CitationFix } from "@/components/article/fixes/citation-fix";
import { CitationStanding } from "@/components/review/citation-standing";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { type CitationItem, locatorLabels } from "@/domain/citation/item";
import type { PlacedCitation } from "@/domain/document/inlines";
import type { Reference } from "@/domain/rules/manuscript";
import { describe } from "@/domain/source/describe";
import type { CitationWord } from "./view";

type Props = {
  citation: PlacedCitation;
  references: readonly Reference[];
  /** What reviewers said of its items. */
  words: readonly CitationWord[];
  tools: FixTools;
  mayEdit: boolean;
  onChange: (items: CitationItem[]) => void;
  onClose: () => void;
};

/** The citation in hand: what it rests on, where in the source, in which words; and one more source if it needs one. */
export function CitationCard({ citation, references, words, tools, mayEdit, onChange, onClose }: Props) {
  const [adding, setAdding] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  const change = (index: number, item: CitationItem | null) =>
    onChange(citation.items.flatMap((one, at) => (at === index ? (item ? [item] : []) : [one])));
  return (
    <section
      aria-label="The citation in hand"
      className="m-3 rounded-[10px] border border-rule-strong bg-paper p-4 lifted"
    >
      <header className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">This citation rests on</h3>
        <Button emphasis="quiet" small onPress={onClose}>
          Close
        </Button>
      </header>
      <blockquote className="my-2.5 border-l-2 border-accent pl-3 font-serif text-[15px] leading-6">
        {citation.excerpt}
      </blockquote>
      {citation.items.map((item, index) => (
        // Items have no identity but their place in the citation.
        <Item
          key={`${index}-${item.reference}`}
          item={item}
          references={references}
          mayEdit={mayEdit}
          onChange={(next) => change(index, next)}
        >
          {words
            .filter(({ position }) => position === index)
            .map(({ standing }) => (
              <CitationStanding key={index} standing={standing} now={now} />
            ))}
        </Item>
      ))}
      {mayEdit && adding ? (
        <CitationFix
          citation={citation.id}
          tools={{ ...tools, bindCitation: async (id, hit) => done(await tools.bindCitation(id, hit), setAdding) }}
        />
      ) : null}
      {mayEdit && !adding ? (
        <p className="mt-3 flex gap-1 border-t border-rule pt-2.5">
          <Button emphasis="quiet" small onPress={() => setAdding(true)}>
            Add a source
          </Button>
          <Button emphasis="quiet" small onPress={() => tools.deleteCitation(citation.id)}>
            Remove citation
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function done(words: string | null, setAdding: (adding: boolean) => void): string | null {
  if (!words) setAdding(false);
  return words;
}

function Item({
  item,
  references,
  mayEdit,
  onChange,
  children,
}: {
  item: CitationItem;
  references: readonly Reference[];
  mayEdit: boolean;
  onChange: (item: CitationItem | null) => void;
  children: ReactNode;
}) {
  const reference = references.find((one) => one.id === item.reference);
  const [locator, setLocator] = useState(item.locator ?? "");
  const [quote, setQuote] = useState(item.quote ?? "");
  const commit = () =>
    onChange({
      ...item,
      locator: locator.trim() || null,
      label: locator.trim() ? (item.label ?? "page") : null,
      quote: quote.trim() || null,
    });
  return (
    <div className="grid gap-3 border-t border-rule py-3 first-of-type:border-0">
      <p>
        {reference?.source
          ? describe(reference.source.record)
          : (reference?.original ?? `${item.key ?? "It"} points at nothing.`)}
      </p>
      {children}
      {mayEdit ? (
        <>
          <div className="grid grid-cols-[8rem_1fr] items-end gap-2">
            <label className="grid gap-1.5 text-[13px] font-medium text-ink-soft">
              Where in it
              <select
                value={item.label ?? "page"}
                onChange={(event) =>
                  onChange({
                    ...item,
                    label: locatorLabels.find((label) => label === event.target.value) ?? "page",
                    locator: locator.trim() || null,
                  })
                }
                className="rounded-md border border-rule-strong bg-sheet px-2 py-2 text-ink"
              >
                {locatorLabels.map((label) => (
                  <option key={label} value={label}>
                    {label.replace("-locator", "").replace("-", " ")}
                  </option>
                ))}
              </select>
            </label>
            <TextField label="Locator" value={locator} onChange={setLocator} onBlur={commit} placeholder="12–14" />
          </div>
          <TextArea label="The words that it rests on" rows={2} value={quote} onChange={setQuote} onBlur={commit} />
          <p>
            <Button emphasis="quiet" small onPress={() => onChange(null)}>
              Take this source out
            </Button>
          </p>
        </>
      ) : (
        <p className="text-[13px] text-ink-soft">
          {[item.label, item.locator, item.quote].filter(Boolean).join(" · ")}
        </p>
      )}
    </div>
  );
}
