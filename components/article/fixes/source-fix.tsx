"use client";

import { useState } from "react";
import { SourcePicker } from "@/components/source/source-picker";
import { Button } from "@/components/ui/button";
import type { ReferenceId } from "@/domain/ids";
import { CheckNow } from "./check-now";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

/** What to do about a source of which something is known, or nothing: look, read the notice, or rest on another one. */
export function SourceFix({ reference, tools }: { reference: ReferenceId; tools: FixTools }) {
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const source = tools.references.find((one) => one.id === reference)?.source;
  const known = source ? tools.facts.sources.get(source.id) : undefined;
  const archive = webAddress(known?.archiveUrl ?? null);
  const notice = noticeAddress(known?.standing?.notice ?? null);
  return (
    <>
      {archive || notice ? (
        <p className="mb-2.5 flex flex-wrap gap-x-4 text-[13px]">
          {notice ? <Out href={notice}>Read the notice</Out> : null}
          {archive ? <Out href={archive}>See the archived copy</Out> : null}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-1.5">
        <Button small onPress={() => tools.editSource(reference)}>
          Open the source
        </Button>
        {choosing ? null : (
          <Button small emphasis="quiet" onPress={() => setChoosing(true)}>
            Rest on another source…
          </Button>
        )}
        {source ? <CheckNow check={() => tools.checkNow(source.id)} /> : null}
      </div>
      {choosing ? (
        <div className="mt-3 border-t border-rule pt-3">
          <p className="mb-1.5 text-[13px] text-ink-soft">Every citation of it in this article comes to rest on:</p>
          <SourcePicker
            search={async (query) =>
              (await tools.searchSources(query))?.filter((hit) => hit.source && hit.reference !== reference) ?? null
            }
            onPick={async (hit) => setRefusal(await tools.replaceSource(reference, hit))}
            onCreate={() => setRefusal("Choose a source of the library; a new one is made in the Sources panel.")}
            autoFocus
          />
          <Refusal words={refusal} />
        </div>
      ) : null}
    </>
  );
}

const Out = ({ href, children }: { href: string; children: React.ReactNode }) => (
  <a href={href} target="_blank" rel="noreferrer" className="font-medium text-accent underline underline-offset-4">
    {children}
  </a>
);

const webAddress = (text: string | null): string | null => (text && /^https?:\/\//i.test(text) ? text : null);

/** Notices are named by a DOI, an address, or the record of a list that no address leads to. */
const noticeAddress = (notice: string | null): string | null =>
  notice && /^10\.\d{4,}\//.test(notice) ? `https://doi.org/${encodeURI(notice)}` : webAddress(notice);
