import type { Run } from "@/domain/citation/formatter";
import { whereaboutsOf, bareDoi } from "@/domain/citation/whereabouts";
import { Href } from "@/domain/document/attributes";
import type { SourceRecord } from "@/domain/source/record";

/**
 * Makes links of the DOI and the address of a record where its entry prints them, whatever a style sets before them.
 * The address linked to comes from the record and is checked; nothing that a style prints becomes one.
 */
export function linked(runs: readonly Run[], record: SourceRecord): Run[] {
  const doi = whereaboutsOf({ type: record.type, title: record.title, DOI: record.DOI }).find(({ href }) => href)?.href;
  const afterDoi = doi
    ? linkedTo(runs, bareDoi(record.DOI ?? ""), doi, /(?:https?:\/\/)?(?:dx\.)?doi\.org\/$/u)
    : [...runs];
  if (!record.URL || !Href.safeParse(record.URL).success) return afterDoi;
  return linkedTo(afterDoi, record.URL, record.URL, null);
}

function linkedTo(runs: readonly Run[], printed: string, href: string, before: RegExp | null): Run[] {
  return runs.flatMap((run) => {
    const at = run.href ? -1 : run.text.indexOf(printed);
    if (at < 0) return [run];
    const lead = before?.exec(run.text.slice(0, at))?.[0].length ?? 0;
    const { text, ...set } = run;
    const parts: Run[] = [
      { ...set, text: text.slice(0, at - lead) },
      { ...set, text: text.slice(at - lead, at + printed.length), href },
      { ...set, text: text.slice(at + printed.length) },
    ];
    return parts.filter((part) => part.text);
  });
}
