import ipaddr from "ipaddr.js";
import { blocksV4, blocksV6 } from "./iana-blocks";

/** Whether an address lies in a block that is nobody's site: the tests' own judge, by the registries' rows. */
export function isInside(address: string): boolean {
  const parsed = ipaddr.parse(address);
  return blocks.some((block) => parsed.kind() === block[0].kind() && parsed.match(block));
}

const blocks = [...blocksV4, ...blocksV6].map((block) => ipaddr.parseCIDR(block));
