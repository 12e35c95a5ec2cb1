import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import { globalV6, specialV4, specialV6 } from "./special-blocks";

/**
 * Whether a literal address, in its plain form, is one on the public internet. Anything else is not: special-purpose
 * blocks, addresses with a zone, addresses that carry another one inside, and text that is no address.
 */
export function isPublicAddress(text: string): boolean {
  if (isIPv4(text)) {
    const address = ipaddr.IPv4.parse(text);
    return !blocksV4.some((block) => address.match(block));
  }
  if (!isIPv6(text) || text.includes("%")) return false;
  const address = ipaddr.IPv6.parse(text);
  return address.match(given) && !blocksV6.some((block) => address.match(block)) && !isIsatap(address);
}

const blocksV4 = specialV4.map((block) => ipaddr.IPv4.parseCIDR(block));
const blocksV6 = specialV6.map((block) => ipaddr.IPv6.parseCIDR(block));
const given = ipaddr.IPv6.parseCIDR(globalV6);

/** ISATAP (RFC 5214): a tunnel to the IPv4 address in the last 32 bits. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
