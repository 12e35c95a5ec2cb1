import type { Fetched } from "@/server/http/fetch";

/**
 * The text of an answer in the character set that it is in: by its byte order mark, else its header, else what the first
 * bytes declare (HTML `meta`, XML declaration), else UTF-8 where it is valid and windows-1252 where it is not (WHATWG
 * Encoding).
 */
export function decodedBody({ body, headers }: Pick<Fetched, "body" | "headers">): string {
  const start = new TextDecoder("latin1").decode(body.subarray(0, 4096));
  const told = [
    body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : body[0] === 0xfe && body[1] === 0xff ? "utf-16be" : undefined,
    /charset\s*=\s*["']?([\w.:-]+)/iu.exec(headers["content-type"] ?? "")?.[1],
    declaredIn(start),
  ];
  for (const label of told) {
    const decoder = label ? decoderOf(label) : null;
    if (decoder) return decoder.decode(body);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return new TextDecoder("windows-1252").decode(body);
  }
}

/** UTF-16 that declares itself in single bytes is none (HTML standard, prescan). */
function declaredIn(start: string): string | undefined {
  const label =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/iu.exec(start)?.[1] ??
    /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(start)?.[1];
  return label && /^utf-?16/iu.test(label) ? "utf-8" : label;
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
