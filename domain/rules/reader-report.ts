import { shortNameOf } from "@/domain/source/names";
import { citedSources } from "./cited-source";
import type { Rule } from "./rule";

/** What readers reported about a source and nobody has settled yet asks the next editor to look, too. */
export const readerReport: Rule = {
  id: "reader/report",
  severity: "warning",
  version: 1,
  summary: "Nothing that readers reported about a cited source waits for an answer.",
  fix: "Read what the reader wrote, among the tasks of the article’s owner; then answer it or say that there is nothing in it.",
  waivable: true,
  check: (manuscript, index) =>
    citedSources(manuscript, index).flatMap(({ reference, source }) => {
      const reports = manuscript.facts.reports?.get(reference.id) ?? 0;
      if (reports === 0) return [];
      return [
        {
          place: { kind: "reference", reference: reference.id, label: null },
          excerpt: reference.original ?? source.record.title,
          message: `${reports === 1 ? "A reader reports" : `${reports} readers report`} a problem with ${shortNameOf(source.record)}.`,
        },
      ];
    }),
};
