import { cslItemOf } from "@/domain/citation/csl-item";
import type { CitationInText, Formattable, Formatted, FormattedEntry, StyleKind } from "@/domain/citation/formatted";
import type { Run } from "@/domain/citation/formatter";
import { houseStyle } from "@/domain/citation/house-style";
import { fail, ok, type Result } from "@/domain/result";
import type { SourceRecord } from "@/domain/source/record";
import { pointing } from "./cited";
import { leadOf } from "./lead";
import { linked } from "./linked";
import { isLocale } from "@/domain/citation/locales";
import { localeOf } from "./locales";
import { type CitingFault, type Done, type Job, run } from "./pool";
import { readStyle, type Style } from "./style";
import { isBundled } from "@/domain/citation/bundled-styles";
import { bundledStyle } from "./styles";
import { guarded, readTokens } from "./tokens";

/** A request to format: `style` is the name of one that is always here, or the XML of another; `locale` as in `locales`. */
export type FormatRequest<R extends string, C extends string> = Formattable<R, C> & { style: string; locale: string };

/** Why nothing was formatted: the style or the locale is not to be used, or the job went beyond its limits. */
export type FormatFault = { kind: "style"; faults: string[] } | { kind: "locale"; locale: string } | CitingFault;

/**
 * Formats the citations and the list of a text by CSL 1.0.2 (citeproc-js, in a process of its own). Every citation and
 * every reference that is cited or in `uncited` comes back once; where a style prints nothing for one, the house's own
 * words stand in. A citation without items has no runs.
 */
export async function format<R extends string, C extends string>(
  request: FormatRequest<R, C>,
  limits: { seconds: number } = { seconds: patience(request) },
): Promise<Result<Formatted<R, C>, FormatFault>> {
  const style = readStyle(isBundled(request.style) ? bundledStyle(request.style) : request.style);
  if (!style.ok) return fail({ kind: "style", faults: style.error });
  const { locale } = request;
  if (!isLocale(locale)) return fail({ kind: "locale", locale });
  const shown = referencesShown(request);
  const numbers = new Map(shown.map((reference, index) => [reference, String(index)]));
  const done = await run(jobOf(request, style.value, numbers), limits);
  if (!done.ok) return done;
  return ok(read(request, style.value, shown, done.value));
}

/** Several times what the largest list takes on a busy machine (a thousand references take about six seconds). */
const patience = ({ records, citations }: Formattable<string, string>): number =>
  15 + 0.03 * (records.length + citations.length);

/** The references that come into the list, in the order they are cited, then the uncited; those without a record are not. */
function referencesShown<R extends string, C extends string>(request: Formattable<R, C>): R[] {
  const known = new Set(request.records.map(({ reference }) => reference));
  const cited = request.citations.flatMap(({ items }) => items.map(({ reference }) => reference));
  return [...new Set([...cited, ...request.uncited])].filter((reference) => known.has(reference));
}

function jobOf<R extends string, C extends string>(
  request: FormatRequest<R, C>,
  style: Style,
  ids: ReadonlyMap<R, string>,
): Job {
  const locale = isLocale(request.locale) ? request.locale : "en-US";
  return {
    bundled: isBundled(request.style) ? request.style : null,
    style: style.tree,
    locale,
    locales: { "en-US": localeOf("en-US"), [locale]: localeOf(locale) },
    items: request.records.flatMap(({ reference, record }) => {
      const id = ids.get(reference);
      return id === undefined ? [] : [cslItemOf(id, record, guarded)];
    }),
    citations: request.citations.flatMap((citation, index) => {
      const citationItems = citedItems(citation, ids);
      const composite = citation.authorInText && namesAuthors(style.kind) ? { mode: "composite" as const } : {};
      const properties = { noteIndex: citation.noteIndex, ...composite };
      return citationItems.length > 0 ? [{ citationID: `c${index}`, citationItems, properties }] : [];
    }),
    uncited: [...new Set(request.uncited)].flatMap((reference) => ids.get(reference) ?? []),
    mostCharacters: 200_000 + 20_000 * ids.size,
  };
}

function citedItems<R extends string>({ items }: CitationInText<R, string>, ids: ReadonlyMap<R, string>) {
  return items.flatMap(({ reference, locator, label, prefix, suffix, suppressAuthor }) => {
    const id = ids.get(reference);
    if (id === undefined) return [];
    return [
      {
        id,
        ...(locator ? { locator: guarded(locator), label: label ?? "page" } : {}),
        ...(prefix ? { prefix: guarded(prefix) } : {}),
        ...(suffix ? { suffix: guarded(suffix) } : {}),
        ...(suppressAuthor ? { "suppress-author": true } : {}),
      },
    ];
  });
}

/** Whether the style's mark can hold the authors' names as words of the sentence; a number or a note cannot. */
const namesAuthors = (kind: StyleKind): boolean => kind === "author-date" || kind === "author";

function read<R extends string, C extends string>(
  request: FormatRequest<R, C>,
  style: Style,
  shown: readonly R[],
  done: Done,
): Formatted<R, C> {
  const referenceOf = (id: string): R | undefined => (/^\d+$/.test(id) ? shown[Number(id)] : undefined);
  const records = new Map(request.records.map(({ reference, record }) => [reference, record]));
  const bibliography = entriesOf(done, shown, records, referenceOf);
  const numbers = numbersOf(style.kind, bibliography);
  const texts = new Map(done.citations);
  const citations = request.citations.map((citation, index) => {
    const { runs } = readTokens(texts.get(`c${index}`) ?? "", referenceOf);
    const cited = citation.items.map(({ reference }) => reference);
    const own = new Map([...numbers].filter(([, reference]) => cited.includes(reference)));
    const links = style.kind === "note" ? cited.flatMap((reference) => records.get(reference) ?? []) : [];
    const lead = citation.authorInText && !namesAuthors(style.kind) ? leadOf(citation, records, request.locale) : [];
    const drawn = spoken(runs) ? pointing(withAuthors(runs, citation), own) : inHouseWords(citation.items, records);
    return { id: citation.id, lead, runs: links.reduce((linking, record) => linked(linking, record), drawn) };
  });
  return { kind: style.kind, citations, bibliography, hanging: done.hanging };
}

function entriesOf<R extends string>(
  done: Done,
  shown: readonly R[],
  records: ReadonlyMap<R, SourceRecord>,
  referenceOf: (id: string) => R | undefined,
): FormattedEntry<R>[] {
  const entries = new Map<R, FormattedEntry<R>>();
  for (const text of done.entries) {
    const { entry, margin, runs } = readTokens(text, referenceOf);
    const reference = referenceOf(entry ?? "");
    const record = reference && records.get(reference);
    if (reference && record && spoken(runs) && !entries.has(reference))
      entries.set(reference, { reference, label: margin?.trim() || null, runs: linked(pointing(runs, none), record) });
  }
  for (const reference of shown) {
    const record = records.get(reference);
    if (record && !entries.has(reference))
      entries.set(reference, { reference, label: null, runs: houseStyle.entry(record) });
  }
  return [...entries.values()];
}

const none: ReadonlyMap<string, string> = new Map();

/** The number that each entry of a numeric list bears: its label's, or else its place. */
function numbersOf<R extends string>(kind: StyleKind, entries: readonly FormattedEntry<R>[]): Map<string, R> {
  if (kind !== "numeric") return new Map();
  return new Map(
    entries.map(({ label, reference }, index) => [/\d+/u.exec(label ?? "")?.[0] ?? String(index + 1), reference]),
  );
}

/** Authors that are words of the sentence point at their entry as the rest of the citation does. */
function withAuthors<R extends string>(runs: Run[], { authorInText, items }: CitationInText<R, string>): Run[] {
  const [first, ...rest] = runs;
  const reference = items[0]?.reference;
  if (!authorInText || !first || first.reference || !reference) return runs;
  return [{ ...first, reference }, ...rest];
}

/** Whether a style printed anything: citeproc says so in brackets when it did not. */
const spoken = (runs: readonly Run[]): boolean => {
  const text = runs
    .map((run) => run.text)
    .join("")
    .trim();
  return text !== "" && !/\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR/.test(text);
};

function inHouseWords<R extends string>(
  items: CitationInText<R, string>["items"],
  records: ReadonlyMap<R, SourceRecord>,
): Run[] {
  const told = items.flatMap(({ reference }) => {
    const record = records.get(reference);
    return record ? [{ text: houseStyle.short(record), reference }] : [];
  });
  return told.flatMap((run, index) => (index === 0 ? [run] : [{ text: "; " }, run]));
}
