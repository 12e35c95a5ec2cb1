/** The text of a body, the encoding that it was read in by its WHATWG name, and whether some bytes made no sense in it. */
export type Decoded = { text: string; encoding: string; lossy: boolean };

/**
 * Decodes a body: by its byte order mark, else the charset of its Content-Type, else what an XML declaration or a meta
 * tag says, else as UTF-8 if it is valid, else as windows-1252. Bytes that are valid UTF-8 beyond ASCII are believed
 * over a charset of the Latin-1 family, for such text is hardly ever anything else. Labels that are not known count as none.
 */
export function decodeBody(body: Uint8Array, contentType: string | undefined): Decoded {
  const marked = markOf(body);
  if (marked !== null) return decoded(body, marked);
  const declared = known(charsetIn(contentType ?? "")) ?? known(labelInside(body));
  if (declared === null || declared === "windows-1252") return decoded(body, isUtf8(body) ? "utf-8" : "windows-1252");
  return decoded(body, declared);
}

function decoded(body: Uint8Array, encoding: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(body);
    return { text: encoding === "windows-1252" ? withoutControls(text) : text, encoding, lossy: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(body), encoding, lossy: true };
  }
}

/** Node 20 to 23 read windows-1252 as Latin-1: quotation marks and dashes come out as control characters (0x80 to 0x9f). */
const withoutControls = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter);

/** WHATWG's index windows-1252 from 0x80 on; five places in it are the control characters themselves. */
const windows = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : null;
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?\s*([^\s"';,>/]+)/i.exec(text)?.[1] ?? null;

/** What the first 4 KB say of themselves; a label that could be read as ASCII cannot be UTF-16 (HTML, 13.2.3.2). */
function labelInside(body: Uint8Array): string | null {
  const start = latin.decode(body.subarray(0, 4096)).replace(/<!--[\s\S]*?(-->|$)/g, "");
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1];
  const meta = [...start.matchAll(/<meta\s[^>]*>/gi)].map(([tag]) => charsetIn(tag)).find((label) => label !== null);
  const label = xml ?? meta ?? null;
  return label !== null && /^utf-?16/i.test(label) ? "utf-8" : label;
}

function known(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUtf8(body: Uint8Array): boolean {
  try {
    strict.decode(body);
    return true;
  } catch {
    return false;
  }
}

const latin = new TextDecoder("latin1");
const strict = new TextDecoder("utf-8", { fatal: true });
