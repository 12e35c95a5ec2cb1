"use client";

import { Button } from "@/components/ui/button";
import type { Finding } from "@/domain/rules/finding";
import { CitationFix } from "./citation-fix";
import { LabelFix } from "./label-fix";
import { PictureFix } from "./picture-fix";
import { PlaceholderFix } from "./placeholder-fix";
import { QuoteFix } from "./quote-fix";
import { ReferenceFix } from "./reference-fix";
import { SourceFix } from "./source-fix";
import type { FixTools } from "./tools";

/** The fix of a finding, at hand where it is told: by the kind of place that it is in, and by its rule. */
export function Fix({ finding, tools }: { finding: Finding; tools: FixTools }) {
  const { place, rule } = finding;
  if (rule === "citation/missing" && place.kind === "citation")
    return <CitationFix key={finding.fingerprint} citation={place.citation} tools={tools} />;
  if (rule === "link/unresolved" && place.kind === "placeholder")
    return (
      <PlaceholderFix key={place.placeholder} placeholder={place.placeholder} target={finding.excerpt} tools={tools} />
    );
  if (rule === "reference/not-a-source" && place.kind === "reference")
    return <ReferenceFix key={place.reference} reference={place.reference} tools={tools} />;
  if (ofKnowledge.has(rule) && place.kind === "citation")
    return <QuoteFix key={finding.fingerprint} finding={finding} tools={tools} />;
  if (ofKnowledge.has(rule) && place.kind === "reference")
    return <SourceFix key={place.reference} reference={place.reference} tools={tools} />;
  if (place.kind === "picture" && rule !== "picture/not-in-hand")
    return <PictureFix key={finding.fingerprint} finding={finding} at={place.at} tools={tools} />;
  if (place.kind === "reference" && place.label !== null)
    return <LabelFix reference={place.reference} label={place.label} tools={tools} />;
  if (place.kind === "reference")
    return (
      <Button small onPress={() => tools.editSource(place.reference)}>
        Look at the source
      </Button>
    );
  return (
    <Button small onPress={() => tools.goTo(finding)}>
      Go there
    </Button>
  );
}

/** The rules that rest on what was found out about sources. */
const ofKnowledge: ReadonlySet<string> = new Set([
  "source/dead",
  "source/unsafe",
  "source/retracted",
  "source/concern",
  "quote/altered",
  "quote/not-found",
  "check/stale",
  "check/unknown",
]);
