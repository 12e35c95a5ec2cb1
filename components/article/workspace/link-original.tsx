"use client";

import { useState } from "react";
import { Refusal } from "@/components/article/fixes/refusal";
import { useArticleHits } from "@/components/article/use-article-hits";
import { TextField } from "@/components/ui/fields";
import type { ArticleId } from "@/domain/ids";
import { searchArticles } from "./search-articles";

/** Finds the article that this one is a translation of, where both are here already. */
export function LinkOriginal({ articleId, onChoose }: { articleId: ArticleId; onChoose: (other: ArticleId) => void }) {
  const [query, setQuery] = useState("");
  const found = useArticleHits(query, searchArticles);
  const others = query.trim() ? (found?.hits ?? []).filter(({ id }) => id !== articleId) : [];
  return (
    <div>
      <TextField
        label="Or it is a translation of an article that is here"
        hint="Words of its title"
        value={query}
        onChange={setQuery}
      />
      <ul aria-label="Articles of that title" className="mt-1.5 grid gap-0.5">
        {others.map(({ id, title, published }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="grid w-full rounded-md px-3 py-2 text-left hover:bg-wash"
            >
              <b className="truncate font-semibold">{title}</b>
              <small className="text-[12.5px] text-ink-soft">{published ? "published" : "not published yet"}</small>
            </button>
          </li>
        ))}
      </ul>
      <Refusal words={found && !found.hits ? "The desk cannot be reached. Check your connection." : null} />
    </div>
  );
}
