/** A stretch of text, and whether it is what was searched for. */
export type Piece = { text: string; hit: boolean };

/** An article that the search found: title and excerpt with the words that were looked for marked. */
export type Hit = {
  slug: string;
  title: Piece[];
  excerpt: Piece[];
  byline: string;
  language: string;
  publishedAt: string;
};

type Asked = { query: string; language: string | null };

/**
 * What became of a reader's question. `meant` is what was searched for instead of a mistyped query; `many` says that more
 * is found than the newest `total`; `from` is how many hits stand on the pages before.
 */
export type Found = Asked &
  (
    | { kind: "nothing-asked" | "too-long" | "busy" | "none" }
    | {
        kind: "hits";
        meant: string | null;
        hits: Hit[];
        total: number;
        many: boolean;
        page: number;
        from: number;
        more: boolean;
      }
  );
