import { webAddressOf } from "./web-address";

/** The host of a web address in small letters, without `www` and port; null for anything else. */
export function hostOf(address: string | undefined): string | null {
  const normal = address ? webAddressOf(address) : null;
  return normal ? (/^https:\/\/(\[[^\]]*\]|[^/?:]+)/u.exec(normal)?.[1] ?? null) : null;
}

/** Says whether a host is one of these, or below one of them. */
export const isUnder = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));
