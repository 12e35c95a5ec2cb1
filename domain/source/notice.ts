/** What a notice does to the work that it is about. */
export const noticeKinds = ["retracted", "concern", "corrected", "reinstated"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * A notice about a work, as a service tells of it: the work as a DOI or PMID in normal form, the notice's own DOI, PMID
 * or address (null when the service only says that there is one), and the day (ISO 8601 date, or null).
 */
export type Notice = {
  of: { scheme: "doi" | "pmid"; value: string };
  kind: NoticeKind;
  notice: string | null;
  noticedOn: string | null;
};
