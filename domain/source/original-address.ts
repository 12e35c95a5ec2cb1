/**
 * The address that stands inside an address of a copy: a snapshot of the Wayback Machine or archive.today, a page of
 * the AMP cache, Google's or Bing's AMP viewer. Anything else is its own. A snapshot is a copy of a work and no work.
 */
export function originalAddress(address: string): string {
  let inner = address.trim();
  for (let depth = 0; depth < 3; depth++) {
    const next = places.map((place) => place(inner)).find((found) => found !== null);
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

const places: readonly ((address: string) => string | null)[] = [
  (address) =>
    withScheme(
      /^https?:\/\/(?:web|www)?\.?archive\.org(?::\d+)?\/web\/\d{1,14}(?:[a-z]{2}_)?\/(.+)$/isu.exec(address)?.[1],
    ),
  (address) =>
    withScheme(
      /^https?:\/\/archive\.(?:ph|today|is|li|vn|md|fo)\/(?:\d{4}\.\d\d\.\d\d-\d{6}|\d{8,14}|newest)\/(https?:\/\/.+)$/isu.exec(
        address,
      )?.[1],
    ),
  (address) => {
    const found =
      /^https?:\/\/(?:[a-z\d-]+\.)?cdn\.ampproject\.org\/(?:[acirv]|wp|mbv|viewer)\/(s\/)?([a-z\d.-]+\.[a-z]{2,}(?:[/?#].*)?)$/isu.exec(
        address,
      );
    return found?.[2] ? `${found[1] ? "https" : "http"}://${found[2]}` : null;
  },
  (address) => {
    const found =
      /^https?:\/\/(?:www\.)?(?:google(?:\.[a-z]{2,3}){1,2}|bing\.com)\/amp\/(s\/)?([a-z\d.-]+\.[a-z]{2,}(?:[/?#].*)?)$/isu.exec(
        address,
      );
    return found?.[2] ? `${found[1] ? "https" : "http"}://${found[2]}` : null;
  },
];

/** Archives take "example.org/a" and "http:/example.org/a" for an address, too. */
function withScheme(text: string | undefined): string | null {
  if (!text) return null;
  const scheme = /^(https?):\/*/iu.exec(text);
  if (scheme) return `${scheme[1]?.toLowerCase()}://${text.slice(scheme[0].length)}`;
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[:/?#]|$)/iu.test(text) ? `http://${text}` : null;
}
