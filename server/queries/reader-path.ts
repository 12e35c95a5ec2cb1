/** What a request's path asks for: a page's path, another address to go to, or nothing that could exist. */
export type AskedPath = { kind: "page"; path: string } | { kind: "moved"; to: string } | { kind: "none" };

const longest = 500;

/**
 * Brings a path into the one form that pages are stored under: decoded, NFC, lower case, single slashes, none at the
 * end. What was asked in another form is sent there, always to a path on this site.
 */
export function askedPath(pathname: string): AskedPath {
  const decoded = decode(pathname);
  if (decoded === null || decoded.length > longest || /[\p{Cc}\p{Cf}\p{Cs}\\]|(?:^|\/)\.\.?(?:\/|$)/u.test(decoded))
    return { kind: "none" };
  const path = `/${decoded.normalize("NFC").toLowerCase().split("/").filter(Boolean).join("/")}`;
  return path === decoded
    ? { kind: "page", path }
    : { kind: "moved", to: encodeURI(path).replace(/[?#]/g, encodeURIComponent) };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
