import { type IdentityKey, identityKeys, keyText } from "./identity";
import type { SourceRecord } from "./record";

/** The identifiers that notices about works are kept by. */
export type NoticeKey = { scheme: "doi" | "pmid"; value: string };

/** The identifiers of a record that a notice about its work may name. */
export function noticeIdentities(record: SourceRecord): NoticeKey[] {
  return identityKeys(record).filter(isNoticeKey);
}

/** The same as texts, in order: "doi:10.1000/182". */
export const noticeKeys = (record: SourceRecord): string[] => noticeIdentities(record).map(keyText).sort();

const isNoticeKey = (key: IdentityKey): key is NoticeKey => key.scheme === "doi" || key.scheme === "pmid";
