import type { ArticleId } from "@/domain/ids";

/**
 * An article of the same work: its language (BCP 47; null where the desk has not said), the number of the edition that
 * readers have (null for none), and of a translation the number of the original's edition that it was made from.
 */
export type LanguageLine = {
  id: ArticleId;
  title: string;
  locale: string | null;
  edition: number | null;
  isOriginal: boolean;
  ofEdition: number | null;
};

/** The original of a translation: how far readers have it, where that edition stands, and what changed in it. */
export type Original = {
  id: ArticleId;
  title: string;
  edition: number | null;
  path: string | null;
  changes: string | null;
};

/** The languages of an article's work: its own, what it is a translation of, and all others. */
export type WorkLanguages = {
  locale: string | null;
  of: (Original & { ofEdition: number | null }) | null;
  others: LanguageLine[];
};
