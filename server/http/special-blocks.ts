/**
 * The blocks of IANA's IPv4 Special-Purpose Address Registry, multicast (RFC 5771) and the host address of Azure's
 * metadata service. Blocks that are routed but are nobody's site (AS112, AMT, 6to4 anycast) are in it too.
 */
export const specialV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
] as const;

/** The part of IPv6 that is given out to networks at all (IANA IPv6 Address Space). */
export const globalV6 = "2000::/3";

/**
 * The blocks of IANA's IPv6 Special-Purpose Address Registry inside 2000::/3, and the 6bone's old block. What lies
 * outside 2000::/3 (loopback, mapped, NAT64, local, multicast) needs no line: it is refused as a whole.
 */
export const specialV6 = [
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3ffe::/16",
  "3fff::/20",
] as const;
