import { Notice } from "@/components/ui/notice";
import type { Candidate } from "@/domain/source/candidates";
import type { NoticeKind } from "@/domain/source/notice";
import { nameOf } from "./compare-table";

/** What services tell of a work's standing: before it is cited is the best time to know. */
export function NoticesTold({ candidates }: { candidates: readonly Candidate[] }) {
  const told = candidates.flatMap((candidate) => {
    const own = candidate.notices.filter(({ of }) => isOwn(candidate, of.value));
    return own.map(
      ({ kind, noticedOn }) =>
        `${nameOf(candidate)} says that it ${words[kind]}${noticedOn ? ` on ${day.format(new Date(noticedOn))}` : ""}.`,
    );
  });
  if (told.length === 0) return null;
  return (
    <Notice tone="warning" title="Look at this before you cite it">
      <ul>
        {[...new Set(told)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** A notice that is itself looked up tells of another work. */
const isOwn = ({ record }: Candidate, value: string): boolean =>
  record.DOI?.toLowerCase() === value || record.PMID === value;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const words: Readonly<Record<NoticeKind, string>> = {
  retracted: "was retracted",
  concern: "is under an expression of concern",
  corrected: "was corrected",
  reinstated: "was reinstated",
};
