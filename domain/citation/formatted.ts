import { z } from "zod";
import { CitationId, ReferenceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import { Run } from "./formatter";
import type { LocatorLabel } from "./item";

/** How a style marks a citation in the text: the `citation-format` of its CSL 1.0.2 category, or `note` by its class. */
export const styleKinds = ["numeric", "author-date", "author", "label", "note"] as const;
export type StyleKind = (typeof styleKinds)[number];

/** One thing that a citation cites, as CSL 1.0.2 cite-items have it. `R` is whatever the caller names references by. */
export type CitedItem<R extends string = ReferenceId> = {
  reference: R;
  locator: string | null;
  label: LocatorLabel | null;
  prefix: string | null;
  suffix: string | null;
  suppressAuthor: boolean;
};

/** A citation in document order. `noteIndex` is the number of the note it stands in, 0 when it stands in the text. */
export type CitationInText<R extends string = ReferenceId, C extends string = CitationId> = {
  id: C;
  items: readonly CitedItem<R>[];
  /** The first item's authors are words of the sentence: Lee (2011) rather than (Lee 2011). */
  authorInText: boolean;
  noteIndex: number;
};

/** All that formatting depends on: the same request has the same answer. */
export type Formattable<R extends string = ReferenceId, C extends string = CitationId> = {
  records: readonly { reference: R; record: SourceRecord }[];
  citations: readonly CitationInText<R, C>[];
  /** References that no citation names and the list shows all the same, as further reading. */
  uncited: readonly R[];
};

/** An entry of the list. `label` is what the style sets before it ("1.", "[Lee11]"), without its markup. */
export type FormattedEntry<R extends string = ReferenceId> = { reference: R; label: string | null; runs: Run[] };

/**
 * A citation as it is drawn. `lead` is what stands in the sentence before it: the authors, where they are words of the
 * sentence and the style's mark (a number, a note) does not name them; else empty.
 */
export type FormattedCitation<C extends string = CitationId> = { id: C; lead: Run[]; runs: Run[] };

/**
 * Citations and list as one style draws them: each citation once, in document order, and each reference once, in the
 * order of the style. It holds no markup.
 */
export type Formatted<R extends string = ReferenceId, C extends string = CitationId> = {
  kind: StyleKind;
  citations: FormattedCitation<C>[];
  bibliography: FormattedEntry<R>[];
  hanging: boolean;
};

/** What is kept of formatting, as JSON. */
export const KeptFormatted = z.object({
  kind: z.enum(styleKinds),
  citations: z.array(z.object({ id: CitationId, lead: z.array(Run), runs: z.array(Run) })),
  bibliography: z.array(z.object({ reference: ReferenceId, label: z.string().nullable(), runs: z.array(Run) })),
  hanging: z.boolean(),
});

/**
 * What an edition freezes of its citations: everything formatted, and how the article itself is to be cited, in its own
 * style and in APA.
 */
export const FrozenCitations = KeptFormatted.extend({
  cite: z.array(z.object({ style: z.string(), runs: z.array(Run) })),
});
export type FrozenCitations = z.infer<typeof FrozenCitations>;
