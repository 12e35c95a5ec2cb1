"use client";

import { useState } from "react";
import { SourcePicker } from "@/components/source/source-picker";
import { Button } from "@/components/ui/button";
import type { ReferenceId } from "@/domain/ids";
import { MakeSource } from "./make-source";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

/** Turns a raw line of the article's list into a source: found in the library, made from its text, or taken off the list. */
export function ReferenceFix({ reference, tools }: { reference: ReferenceId; tools: FixTools }) {
  const [making, setMaking] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const original = tools.references.find((one) => one.id === reference)?.original ?? null;
  if (making !== null)
    return (
      <MakeSource
        pasted={making}
        original={original}
        tools={tools}
        purpose={{ citation: null, reference }}
        onCancel={() => setMaking(null)}
      />
    );
  return (
    <>
      <Button small onPress={() => setMaking("")}>
        Make a source of this line
      </Button>
      <p className="mt-3 mb-1.5 text-[13px] text-ink-soft">or find the one that it means:</p>
      <SourcePicker
        search={async (query) => (await tools.searchSources(query))?.filter((hit) => hit.source) ?? null}
        onPick={async (hit) => setRefusal(await tools.resolveReference(reference, hit))}
        onCreate={setMaking}
      />
      <Refusal words={refusal} />
      <div className="mt-2.5 border-t border-rule pt-2.5">
        <Button emphasis="quiet" small onPress={async () => setRefusal(await tools.removeReference(reference))}>
          Take it off the list
        </Button>
      </div>
    </>
  );
}
