import { punycodeOf } from "./punycode";

/**
 * A host as the web platform reads it (WHATWG URL, "host parsing"): percent-decoded, in small letters, international
 * names in Punycode, IP addresses in their one form, without a stop at the end. Null for what no browser would ask.
 */
export function hostOf(text: string): string | null {
  if (text.startsWith("[")) return text.endsWith("]") ? ipv6Of(text.slice(1, -1)) : null;
  const name = decoded(text)
    ?.normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, "");
  if (!name || name.length > 1000) return null;
  const labels = name
    .replace(/[。．｡]/gu, ".")
    .replace(/\.$/u, "")
    .split(".")
    .map(asciiLabel);
  const host = labels.join(".");
  if (labels.includes("") || forbidden.test(host) || host.length > 253) return null;
  return /^(?:0x[0-9a-f]*|\d+)$/u.test(labels.at(-1) ?? "") ? ipv4Of(labels) : host;
}

/** Without the labels that name a way of serving a page: `www`, and before a name of two labels `m`, `mobile`, `amp`. */
export function siteOf(host: string): string {
  if (/^[\d.]+$|^\[/u.test(host)) return host;
  const kept: string[] = [];
  const labels = host.split(".");
  for (const [at, label] of labels.entries()) {
    const rest = labels.slice(at + 1);
    const first = kept.length === 0 || (kept.length === 1 && /^[a-z]{2,3}$/u.test(kept[0] ?? ""));
    const isWay = label === "www" ? rest.length >= 2 : ways.has(label) && rest.length >= 2 && !isSuffix(rest);
    if (!first || !isWay) kept.push(label);
  }
  return kept.join(".");
}

const ways = new Set(["m", "mobile", "amp"]);

/** "co.uk", "com.au": under these everybody registers a name, so that "m.co.uk" is a site of its own. */
const isSuffix = ([second = "", top = "", more]: readonly string[]): boolean =>
  more === undefined &&
  top.length === 2 &&
  /^(?:com?|org|net|ac|gov|gob|gouv|edu|ne|or|go|nom|info|ltd|plc|sch)$/u.test(second);

const forbidden = /[\x00-\x20#%/:<>?@[\\\]^|\x7f]/u;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const asciiLabel = (label: string): string => (/[^\x00-\x7f]/u.test(label) ? `xn--${punycodeOf(label)}` : label);

/** One to four numbers, decimal, octal or hexadecimal, of which the last one fills what is left. */
function ipv4Of(labels: readonly string[]): string | null {
  if (labels.length > 4) return null;
  const numbers = labels.map(numberOf);
  const last = numbers.at(-1) ?? Number.NaN;
  const room = 256 ** (5 - labels.length);
  if (
    numbers.some((number) => Number.isNaN(number)) ||
    numbers.slice(0, -1).some((number) => number > 255) ||
    last >= room
  )
    return null;
  const whole = numbers.slice(0, -1).reduce((sum, number, at) => sum + number * 256 ** (3 - at), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(whole / 2 ** shift) % 256).join(".");
}

function numberOf(label: string): number {
  if (/^0x[0-9a-f]*$/u.test(label)) return label === "0x" ? 0 : Number.parseInt(label.slice(2), 16);
  if (/^0[0-7]+$/u.test(label)) return Number.parseInt(label, 8);
  return /^(?:0|[1-9]\d*)$/u.test(label) ? Number(label) : Number.NaN;
}

/** Eight pieces without leading zeros, the longest row of zeros as "::" (RFC 5952). */
function ipv6Of(text: string): string | null {
  const tail = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/u.exec(text)?.[1];
  const bytes = tail?.split(".").map(Number) ?? [];
  if (bytes.some((byte) => byte > 255)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = tail
    ? text.slice(0, -tail.length) + [a * 256 + b, c * 256 + d].map((piece) => piece.toString(16)).join(":")
    : text;
  const halves = whole.split("::");
  if (halves.length > 2) return null;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const pieces = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  if (!pieces.every((piece) => /^[0-9a-f]{1,4}$/iu.test(piece))) return null;
  const plain = pieces.map((piece) => Number.parseInt(piece, 16).toString(16)).join(":");
  const rows = plain.match(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/gu) ?? [];
  const [longest] = rows.toSorted((one, other) => other.length - one.length);
  if (!longest) return `[${plain}]`;
  const at = plain.search(new RegExp(`(?<![0-9a-f])${longest}(?![0-9a-f])`, "u"));
  return `[${plain.slice(0, at).replace(/:$/u, "")}::${plain.slice(at + longest.length).replace(/^:/u, "")}]`;
}
