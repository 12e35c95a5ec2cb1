"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ManuscriptHandle } from "@/components/editor/handle";
import type { Finding } from "@/domain/rules/finding";

type Around = {
  findings: readonly Finding[];
  editor: RefObject<ManuscriptHandle | null>;
  /** Whether the blockers are what the panel shows: only then does the path go on by itself. */
  walking: boolean;
  /** Called with every finding that is taken in hand, after its place was shown. */
  onTake: (finding: Finding) => void;
};

/** The path through the findings: the one in hand, the next and the previous, and on by itself once one is mended. */
export function useBlockerPath({ findings, editor, walking, onTake }: Around) {
  const [current, setCurrent] = useState<string | null>(null);
  const [last, setLast] = useState(0);
  const at = findings.findIndex((finding) => finding.fingerprint === current);
  if (at >= 0 && at !== last) setLast(at);

  const take = useCallback(
    (finding: Finding) => {
      setCurrent(finding.fingerprint);
      show(editor.current, finding);
      onTake(finding);
    },
    [editor, onTake],
  );
  const step = useCallback(
    (way: 1 | -1) => {
      const index = findings.findIndex((finding) => finding.fingerprint === current);
      const next =
        findings[((index < 0 && way < 0 ? 0 : index) + way + findings.length) % Math.max(findings.length, 1)];
      if (next) take(next);
    },
    [findings, current, take],
  );

  // The finding in hand was mended: the one that took its place is in hand now, if it blocks.
  if (current !== null && at < 0 && walking) {
    const next = findings[Math.min(last, findings.length - 1)];
    setCurrent(next?.severity === "blocker" ? next.fingerprint : null);
  }
  const inHand = at < 0 ? null : (findings[at] ?? null);
  const fingerprint = inHand?.fingerprint;
  const shown = useRef(inHand);
  useEffect(() => {
    shown.current = inHand;
  });
  useEffect(() => {
    if (fingerprint && shown.current) show(editor.current, shown.current);
  }, [fingerprint, editor]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.defaultPrevented || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [step]);

  return { current: inHand, take, step };
}

/** Brings a finding's place in the text into view, if it has one there. */
export function show(editor: ManuscriptHandle | null, { place }: Finding): void {
  if (place.kind !== "thread") editor?.focusPlace(place);
}
