import type { SourceRecord } from "./record";
import { webAddressOf } from "./web-address";

/** The host of a web address in small letters, without `www` and port; null for anything else. */
export function hostOf(address: string | undefined): string | null {
  const normal = address ? webAddressOf(address) : null;
  return normal ? (/^https:\/\/(\[[^\]]*\]|[^/?:]+)/u.exec(normal)?.[1] ?? null) : null;
}

/** Says whether a host is one of these, or below one of them. */
export const isUnder = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

/** The host of a record's address; a record that was read once is not read again. */
export function hostOfRecord(record: SourceRecord): string | null {
  const known = hosts.get(record);
  if (known !== undefined) return known;
  const host = hostOf(record.URL);
  hosts.set(record, host);
  return host;
}

const hosts = new WeakMap<SourceRecord, string | null>();
