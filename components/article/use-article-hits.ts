"use client";

import { useEffect, useState } from "react";

/** What a search of articles found: null before the first answer, and with no hits where the desk does not answer. */
type Found<Hit> = { hits: readonly Hit[] | null } | null;

/** The articles that a search finds for what is typed, once the typing pauses. */
export function useArticleHits<Hit>(query: string, search: (query: string) => Promise<readonly Hit[] | null>) {
  const [found, setFound] = useState<Found<Hit>>(null);
  useEffect(() => {
    let current = true;
    const wait = setTimeout(() => void search(query).then((hits) => current && setFound({ hits })), 150);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [query, search]);
  return found;
}
