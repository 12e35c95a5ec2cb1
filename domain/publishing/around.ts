/** An article in one language of its work: its tag (BCP 47), slug and title, and whether the others were made from it. */
export type Alternate = { language: string; slug: string; title: string; isOriginal: boolean };

/**
 * What a page says of its article besides the edition's own text: where it is filed, which language it is in (null where
 * the desk did not say), whether it is the original of its other languages, these, and the path of the image that stands
 * for it elsewhere.
 */
export type Around = {
  locale: string | null;
  topics: readonly { name: string; slug: string }[];
  isOriginal: boolean;
  alternates: readonly Alternate[];
  image: string | null;
};

/** Filed nowhere, in the language that its letters show, with no image. */
export const nothingAround: Around = { locale: null, topics: [], isOriginal: true, alternates: [], image: null };

/**
 * All languages of a work as search engines are told of them (hreflang), the same on each of its pages: every one by its
 * tag, and for readers of none of them the original, or what stands first where that is not published. One is none.
 */
export function hreflangs(all: readonly Alternate[]): { hreflang: string; slug: string }[] {
  const sorted = all.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const fallback = sorted.find(({ isOriginal }) => isOriginal) ?? sorted[0];
  if (!fallback || sorted.length < 2) return [];
  return [
    ...sorted.map(({ language, slug }) => ({ hreflang: language, slug })),
    { hreflang: "x-default", slug: fallback.slug },
  ];
}
