"use client";

import { useState } from "react";
import { MakeSource } from "@/components/article/fixes/make-source";
import type { FixTools } from "@/components/article/fixes/tools";
import { ExportMenu } from "@/components/source/export-menu";
import { ImportBibliography } from "@/components/source/import-bibliography";
import { SourcePicker } from "@/components/source/source-picker";
import { Runs } from "@/components/citation/runs";
import { Button } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import type { Run } from "@/domain/citation/formatter";
import type { PlacedCitation } from "@/domain/document/inlines";
import type { ArticleId, ReferenceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import { describe } from "@/domain/source/describe";

type Props = {
  articleId: ArticleId;
  references: readonly Reference[];
  citations: readonly PlacedCitation[];
  /** Lines of the list as the article's style draws them, where that is known already. */
  entries: ReadonlyMap<ReferenceId, readonly Run[]>;
  tools: FixTools;
  mayEdit: boolean;
  /** Told when something was cited at the cursor, so that one can write on there. */
  onCited: () => void;
  onGoTo: (citation: PlacedCitation) => void;
};

/** The article's own source list, in the order of first citing: what each is, where it is cited, what can be done with it. */
export function SourcesPanel({ articleId, references, citations, entries, tools, mayEdit, onCited, onGoTo }: Props) {
  const [making, setMaking] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const listed = inCitingOrder(references, citations);
  const cite: FixTools["citeHere"] = async (hit) => {
    const words = await tools.citeHere(hit);
    setRefusal(words);
    if (!words) onCited();
    return words;
  };
  return (
    <div className="px-5 py-4">
      <p className="mb-3 flex flex-wrap gap-2">
        {mayEdit ? <ImportBibliography label="Add from a file…" small articleId={articleId} /> : null}
        {references.some(({ source }) => source) ? (
          <ExportMenu href={`/api/articles/${articleId}/references`} label="Export references…" small />
        ) : null}
      </p>
      {mayEdit ? (
        making !== null ? (
          <MakeSource
            pasted={making}
            original={null}
            tools={tools}
            purpose={{ citation: null, reference: null }}
            onCancel={() => setMaking(null)}
          />
        ) : (
          <SourcePicker search={tools.searchSources} onCreate={setMaking} onPick={(hit) => void cite(hit)} quiet />
        )
      ) : null}
      {refusal ? (
        <p role="alert" className="mt-3 text-[13px] text-blocker">
          {refusal}
        </p>
      ) : null}
      {listed.length === 0 ? (
        <p className="py-10 text-center text-ink-soft">No sources yet. Cite something and it stands here.</p>
      ) : null}
      <ol className="mt-3 divide-y divide-rule">
        {listed.map(({ reference, cited, number }) => (
          <li key={reference.id} className="grid grid-cols-[1.6rem_1fr] gap-x-2 py-3.5">
            <span className="font-semibold text-accent tabular-nums">{number ?? "–"}</span>
            <div className="min-w-0">
              <p className={reference.source ? "[overflow-wrap:anywhere]" : "font-serif text-ink-soft italic"}>
                {!reference.source ? (
                  reference.original
                ) : entries.has(reference.id) ? (
                  <Runs runs={entries.get(reference.id) ?? []} />
                ) : (
                  describe(reference.source.record)
                )}
              </p>
              <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink-faint">
                {reference.source ? null : <StateTag tone="blocker">not a source yet</StateTag>}
                {cited.length > 0 ? (
                  <span>
                    cited at{" "}
                    {cited.map((citation, index) => (
                      <button
                        key={citation.id}
                        type="button"
                        onClick={() => onGoTo(citation)}
                        className="px-0.5 text-accent underline underline-offset-2"
                        aria-label={`Citation ${index + 1}: ${citation.excerpt}`}
                      >
                        {letter(index)}
                      </button>
                    ))}
                  </span>
                ) : (
                  <span className="text-warning">cited nowhere</span>
                )}
              </p>
              {mayEdit ? (
                <p className="mt-1.5 -ml-2.5 flex flex-wrap">
                  <Button emphasis="quiet" small onPress={() => void cite({ source: null, reference: reference.id })}>
                    Cite here
                  </Button>
                  <Button emphasis="quiet" small onPress={() => tools.editSource(reference.id)}>
                    {reference.source ? "Look at it" : "Make it a source"}
                  </Button>
                  {cited.length === 0 ? (
                    <Button
                      emphasis="quiet"
                      small
                      onPress={async () => setRefusal(await tools.removeReference(reference.id))}
                    >
                      Remove
                    </Button>
                  ) : null}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function inCitingOrder(references: readonly Reference[], citations: readonly PlacedCitation[]) {
  const places = (reference: Reference) =>
    citations.filter((citation) => citation.items.some((item) => item.reference === reference.id));
  const all = references.map((reference) => ({ reference, cited: places(reference) }));
  const first = (cited: PlacedCitation[]) => cited[0]?.at ?? Number.POSITIVE_INFINITY;
  return all
    .toSorted((a, b) => (first(a.cited) === first(b.cited) ? 0 : first(a.cited) - first(b.cited)))
    .map((one, index) => ({ ...one, number: one.cited.length > 0 ? index + 1 : null }));
}

const letter = (index: number): string => (index < 26 ? String.fromCharCode(97 + index) : String(index + 1));
