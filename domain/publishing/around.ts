/** The same article in another language: its tag (BCP 47), slug and title. */
export type Alternate = { language: string; slug: string; title: string };

/**
 * What a page says of its article besides the edition's own text: where it is filed, which language it is in (null where
 * the desk did not say), its other languages, and the path of the image that stands for it elsewhere.
 */
export type Around = {
  locale: string | null;
  topics: readonly { name: string; slug: string }[];
  alternates: readonly Alternate[];
  image: string | null;
};

/** Filed nowhere, in the language that its letters show, with no image. */
export const nothingAround: Around = { locale: null, topics: [], alternates: [], image: null };
