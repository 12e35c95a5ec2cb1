import { checkStale } from "./check-stale";
import { checkUnknown } from "./check-unknown";
import { citationDisputed } from "./citation-disputed";
import { citationMissing } from "./citation-missing";
import { citationSourceIncomplete } from "./citation-source-incomplete";
import { claimIncomplete } from "./claim-incomplete";
import { claimUnsourced } from "./claim-unsourced";
import { commentOpen } from "./comment-open";
import { fnv1a64 } from "./fingerprint";
import { frontMissing } from "./front-missing";
import { linkTargetUnpublished } from "./link-target-unpublished";
import { linkUnresolved } from "./link-unresolved";
import { readerReport } from "./reader-report";
import { pictureNotInHand } from "./picture-not-in-hand";
import { pictureUncredited } from "./picture-uncredited";
import { pictureUndescribed } from "./picture-undescribed";
import { quoteAltered } from "./quote-altered";
import { quoteNotFound } from "./quote-not-found";
import { referenceDanglingLabel } from "./reference-dangling-label";
import { referenceNotASource } from "./reference-not-a-source";
import { referenceUnusedNumber } from "./reference-unused-number";
import type { Rule } from "./rule";
import { sectionEmpty } from "./section-empty";
import { sourceConcern } from "./source-concern";
import { sourceDead } from "./source-dead";
import { sourceDuplicate } from "./source-duplicate";
import { sourceRetracted } from "./source-retracted";
import { sourceSelf } from "./source-self";
import { sourceUncited } from "./source-uncited";
import { sourceUnsafe } from "./source-unsafe";
import { sourceVague } from "./source-vague";
import { sourcesSingleOrigin } from "./sources-single-origin";
import { textDuplicateHeading } from "./text-duplicate-heading";
import { textFigureUncited } from "./text-figure-uncited";
import { textLeftoverMarker } from "./text-leftover-marker";

/** All rules. Findings at the same place are listed in this order. */
export const rules: readonly Rule[] = [
  frontMissing,
  claimIncomplete,
  claimUnsourced,
  sectionEmpty,
  textDuplicateHeading,
  citationMissing,
  linkUnresolved,
  linkTargetUnpublished,
  textLeftoverMarker,
  textFigureUncited,
  pictureUndescribed,
  pictureNotInHand,
  pictureUncredited,
  citationDisputed,
  quoteAltered,
  quoteNotFound,
  sourceSelf,
  sourcesSingleOrigin,
  commentOpen,
  referenceNotASource,
  referenceDanglingLabel,
  referenceUnusedNumber,
  sourceVague,
  citationSourceIncomplete,
  sourceUnsafe,
  sourceRetracted,
  sourceDead,
  sourceConcern,
  readerReport,
  sourceUncited,
  sourceDuplicate,
  checkStale,
  checkUnknown,
];

/** Names this set of rules; it changes when a rule is added, dropped, made stricter or comes to mean something else. */
export const rulesVersion: string = fnv1a64(
  rules
    .map(({ id, severity, version, waivable }) => `${id} ${severity} ${version} ${waivable}`)
    .sort()
    .join("\n"),
);
