/**
 * The text of an HTML or plain body: by its byte order mark, else the charset of its Content-Type, else the one that its
 * first 1,024 bytes declare (HTML standard, 13.2.3.2), else UTF-8 where it is that, else windows-1252.
 */
export function decodeBody(body: Uint8Array, contentType: string): string {
  const declared = markOf(body) ?? labelIn(contentType) ?? labelIn(startOf(body));
  const decoder = declared && decoderFor(declared);
  if (decoder) return decoder.decode(body);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return new TextDecoder("windows-1252").decode(body);
  }
}

function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : null;
}

const labelIn = (text: string): string | null => /charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(text)?.[1] ?? null;

const startOf = (body: Uint8Array): string => new TextDecoder("latin1").decode(body.subarray(0, 1024));

/** A page that calls itself UTF-16 in ASCII is not (HTML standard); an unknown label is as good as none. */
function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
