/** Ways to write an IPv4 address as the host of a URL, each by its name; readers of URLs take them for the same. */
export function spellingsV4(address: string): Record<string, string> {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  const parts = [a, b, c, d];
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const each = (write: (part: number) => string) => parts.map(write).join(".");
  return {
    dotted: address,
    "trailing dot": `${address}.`,
    decimal: String(whole),
    hexadecimal: `0x${whole.toString(16)}`,
    "padded hexadecimal": `0x${whole.toString(16).padStart(16, "0")}`,
    octal: `0${whole.toString(8)}`,
    "dotted hexadecimal": each((part) => `0x${part.toString(16)}`),
    "capital hexadecimal": each((part) => `0X${part.toString(16).toUpperCase()}`),
    "dotted octal": each((part) => `0${part.toString(8)}`),
    "padded octal": each((part) => part.toString(8).padStart(7, "0")),
    "mixed bases": `0x${a.toString(16)}.${b}.0${c.toString(8)}.${d}`,
    "three parts": `${a}.${b}.${c * 256 + d}`,
    "two parts": `${a}.${(b * 256 + c) * 256 + d}`,
    "two parts, hexadecimal": `0x${a.toString(16)}.0x${((b * 256 + c) * 256 + d).toString(16)}`,
    "percent-encoded digits": percent(address, /\d/g),
    "percent-encoded dots": percent(address, /\./g),
    "percent-encoded whole": percent(address, /./g),
    "full-width digits": address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    "circled digits": address.replace(/\d/g, (digit) =>
      digit === "0" ? "⓪" : String.fromCodePoint(0x245f + Number(digit)),
    ),
    "mathematical digits": address.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    "ideographic dots": address.replaceAll(".", "。"),
    "full-width dots": address.replaceAll(".", "．"),
    "soft hyphens": address.replaceAll(".", "\u00ad."),
    "zero-width spaces": address.replaceAll(".", "\u200b."),
    "line ends inside": address.replaceAll(".", "\n."),
    "as an IPv6 that is mapped": `[::ffff:${address}]`,
    "as an IPv6 that is mapped, in hexadecimal": `[::ffff:${group(a, b)}:${group(c, d)}]`,
    "as an IPv6 that is compatible": `[::${address}]`,
    "as an IPv6 that is translated": `[::ffff:0:${address}]`,
    "behind NAT64": `[64:ff9b::${address}]`,
    "behind local NAT64": `[64:ff9b:1::${address}]`,
    "behind local NAT64, deeper": `[64:ff9b:1:abcd::${address}]`,
    "behind 6to4": `[2002:${group(a, b)}:${group(c, d)}::1]`,
    "behind Teredo": `[2001:0:5db8:d70e:0:0:${group(255 - a, 255 - b)}:${group(255 - c, 255 - d)}]`,
    "behind ISATAP": `[2606:2800:21f:cb07:0:5efe:${address}]`,
    "behind ISATAP, global": `[2606:2800:21f:cb07:200:5efe:${address}]`,
  };
}

/** Ways to write an IPv6 address as the host of a URL. */
export function spellingsV6(address: string): Record<string, string> {
  const long = new URL(`http://[${address}]`).hostname;
  return {
    plain: `[${address}]`,
    capital: `[${address.toUpperCase()}]`,
    "in full": `[${inFull(long)}]`,
    "zone id": `[${address}%25eth0]`,
    "zone id, bare": `[${address}%eth0]`,
    "zone number": `[${address}%251]`,
    "percent-encoded brackets": `%5B${address}%5D`,
    "without brackets": address,
  };
}

/** Ways to lead from an address that looks like another place to a host. */
export function disguises(host: string): Record<string, string> {
  return {
    http: `http://${host}/`,
    https: `https://${host}/`,
    "capital scheme": `HTTP://${host}/`,
    port: `http://${host}:80/`,
    "other port": `http://${host}:443/`,
    "no slashes": `http:${host}`,
    "many slashes": `http:////${host}`,
    backslashes: `http:\\\\${host}\\`,
    spaces: `  http://${host}/  `,
    "a name": `http://93.184.215.14@${host}/`,
    "a name and password": `http://news.example:80@${host}/`,
    "an empty name": `http://@${host}/`,
    "a backslash before another host": `http://${host}\\@news.example/`,
    "a hash before another host": `http://${host}#@news.example/`,
    "a query before another host": `http://${host}?@news.example/`,
    "a percent-encoded end": `http://${host}%2f@news.example/`,
    "a space and another host": `http://${host} @news.example/`,
    "a semicolon and another host": `http://${host};news.example/`,
    "a comma and another host": `http://${host},news.example/`,
  };
}

const percent = (text: string, which: RegExp): string =>
  text.replace(which, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
const group = (high: number, low: number): string => (high * 256 + low).toString(16);

function inFull(hostname: string): string {
  const [start = "", end = ""] = hostname.slice(1, -1).split("::");
  const left = start.split(":").filter((part) => part !== "");
  const right = end.split(":").filter((part) => part !== "");
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right].map((part) => part.padStart(4, "0")).join(":");
}
