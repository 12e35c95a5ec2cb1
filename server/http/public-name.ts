/**
 * Whether a host name, in small letters and ASCII as the URL standard leaves it, can be one of the public internet:
 * two labels at least, and none of the suffixes that stand for this machine or this network (RFC 6761, 6762, 7686,
 * 8375, 9476).
 */
export function isPublicName(host: string): boolean {
  const labels = host.replace(/\.$/, "").split(".");
  if (host.length > 254 || labels.length < 2 || !labels.every((label) => label.length <= 63 && form.test(label)))
    return false;
  return !local.has(labels.at(-1) ?? "") && labels.slice(-2).join(".") !== "home.arpa";
}

const form = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/;
const local = new Set([
  "alt",
  "corp",
  "home",
  "internal",
  "intranet",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "onion",
  "private",
]);
