import ipaddr from "ipaddr.js";

/** The first address of a block, one from its middle and its last, in their plain form; one where it has only one. */
export function samplesOf(block: string): string[] {
  const [address, bits] = ipaddr.parseCIDR(block);
  const size = address.toByteArray().length * 8;
  const first = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const count = 1n << BigInt(size - bits);
  const picked = new Set([first, first + count / 3n, first + count - 1n]);
  return [...picked].map((number) => plain(number, size));
}

function plain(number: bigint, size: number): string {
  const bytes = Array.from({ length: size / 8 }, (_, at) => Number((number >> BigInt(size - 8 - at * 8)) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}
