"use client";

import { useState } from "react";
import { SourcePicker } from "@/components/source/source-picker";
import { Button } from "@/components/ui/button";
import type { CitationId } from "@/domain/ids";
import { MakeSource } from "./make-source";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

/** Gives a citation something to rest on: from the library, from this article's list, or made here; or takes it out. */
export function CitationFix({ citation, tools }: { citation: CitationId; tools: FixTools }) {
  const [making, setMaking] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (making !== null)
    return (
      <MakeSource
        pasted={making}
        original={null}
        tools={tools}
        purpose={{ citation, reference: null }}
        onCancel={() => setMaking(null)}
      />
    );
  return (
    <>
      <SourcePicker
        search={tools.searchSources}
        onPick={async (hit) => setRefusal(await tools.bindCitation(citation, hit))}
        onCreate={setMaking}
        autoFocus
      />
      <Refusal words={refusal} />
      <div className="mt-2.5 flex gap-1 border-t border-rule pt-2.5">
        <Button emphasis="quiet" small onPress={() => setMaking("")}>
          New source
        </Button>
        <Button emphasis="quiet" small onPress={() => tools.deleteCitation(citation)}>
          Remove citation
        </Button>
      </div>
    </>
  );
}
