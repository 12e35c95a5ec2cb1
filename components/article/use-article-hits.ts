"use client";

import { useEffect, useState } from "react";

/** The articles that a search finds for what is typed, once the typing pauses; null before the first answer. */
export function useArticleHits<Hit>(query: string, search: (query: string) => Promise<readonly Hit[]>) {
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  useEffect(() => {
    let current = true;
    const wait = setTimeout(() => void search(query).then((found) => current && setHits(found)), 150);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [query, search]);
  return hits;
}
