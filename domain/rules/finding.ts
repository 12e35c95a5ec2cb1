import type { CitationId, ReferenceId, SectionId, ThreadId } from "@/domain/ids";

export type Severity = "blocker" | "warning";

/** Where a finding is: the thing that a person must look at to act on it. */
export type Place =
  | { kind: "citation"; citation: CitationId; section: SectionId }
  | { kind: "placeholder"; placeholder: string; section: SectionId }
  /** `at` is a position of the document, where the words begin. */
  | { kind: "text"; section: SectionId; at: number }
  | { kind: "section"; section: SectionId }
  /** A figure; `at` is the position of the document before it. */
  | { kind: "picture"; section: SectionId; at: number }
  /** `at` is the position inside the front where the line belongs. */
  | { kind: "front"; section: SectionId; at: number }
  | { kind: "reference"; reference: ReferenceId; label: string | null }
  | { kind: "thread"; thread: ThreadId; section: SectionId };

/**
 * What a rule says about a manuscript. `fingerprint` identifies the same complaint about the same words, whatever the
 * ids are: it is what a waiver holds on to, and it changes when the words do.
 */
export type Finding = {
  rule: RuleId;
  severity: Severity;
  place: Place;
  /** The words of the text that the finding is about, for a person to recognise. */
  excerpt: string;
  /** What is wrong, as a sentence. */
  message: string;
  fingerprint: string;
};

export type RuleId = `${string}/${string}`;
