/** The values of a page's `meta` by name, in the order of the page; names in small letters. */
export type MetaTags = {
  all: (...names: readonly string[]) => string[];
  first: (...names: readonly string[]) => string | undefined;
};

/** Reads `meta` elements by `name`, `property`, `itemprop` and `http-equiv`; six hundred values a name at most. */
export function metaTags(document: Document): MetaTags {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta")) {
    const content = element.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["name", "property", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (!name) continue;
      const known = values.get(name) ?? [];
      if (known.length < most && !known.includes(content)) values.set(name, [...known, content]);
    }
  }
  const all = (...names: readonly string[]) => names.flatMap((name) => values.get(name) ?? []);
  return { all, first: (...names) => all(...names)[0] };
}

const most = 600;
