"use client";

import type { Node } from "prosemirror-model";
import { useDeferredValue, useMemo } from "react";
import type { WaiverView } from "@/components/article/fixes/tools";
import type { Finding } from "@/domain/rules/finding";
import { judge } from "@/domain/rules/judge";
import type { ArticleId } from "@/domain/ids";
import type { LinkTarget } from "@/domain/rules/manuscript";
import { factsFromJson } from "@/domain/source/facts-json";
import type { WorkspaceView } from "./view";

type Around = Pick<WorkspaceView, "references" | "threads" | "waivers" | "facts" | "policy"> & {
  links: ReadonlyMap<ArticleId, LinkTarget>;
};

/** What the rules say of the text as it is being written: the same rules that the gate runs, here while typing. */
export function useFindings(document: Node | null, around: Around): Finding[] {
  const { references, links, threads, waivers, facts, policy } = around;
  const settled = useDeferredValue(document);
  const known = useMemo(() => factsFromJson(facts), [facts]);
  return useMemo(() => {
    if (!settled) return [];
    const open = threads
      .filter((thread) => !thread.resolved)
      .map(({ id, section, anchor }) => ({ id, section, excerpt: anchor.exact }));
    const findings = judge({
      document: settled,
      references,
      links,
      threads: open,
      facts: known,
      policy,
    });
    const waived = new Set(waivers.filter(isInForce).map((waiver) => waiver.fingerprint));
    const left = findings.filter((finding) => !waived.has(finding.fingerprint));
    return [
      ...left.filter((finding) => finding.severity === "blocker"),
      ...left.filter((finding) => finding.severity === "warning"),
    ];
  }, [settled, references, links, threads, known, policy, waivers]);
}

const isInForce = (waiver: WaiverView): boolean =>
  waiver.confirmedBy !== null && new Date(waiver.expiresAt).getTime() > Date.now();
