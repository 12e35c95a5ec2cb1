"use client";

import { useState } from "react";
import { useArticleHits } from "@/components/article/use-article-hits";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

/** Gives a promised link somewhere to go: an article of ours, a web address, or no link at all. */
export function PlaceholderFix({
  placeholder,
  target,
  tools,
}: {
  placeholder: string;
  target: string;
  tools: FixTools;
}) {
  const [query, setQuery] = useState(target.replace(/[-_]+/g, " "));
  const found = useArticleHits(query, tools.searchArticles);
  const isAddress = /^https?:\/\/\S+$/i.test(query.trim());

  return (
    <>
      <TextField label="Link to" hint="An article of ours, or a web address" value={query} onChange={setQuery} />
      <ul className="mt-1.5 grid gap-0.5">
        {isAddress ? (
          <Choice
            title={query.trim()}
            detail="a page elsewhere"
            onChoose={() => tools.linkPlaceholder(placeholder, { href: query.trim() })}
          />
        ) : (
          found?.hits?.map((hit) => (
            <Choice
              key={hit.id}
              title={hit.title || "Untitled"}
              detail={hit.published ? "published" : "not published yet: it would block"}
              onChoose={() => tools.linkPlaceholder(placeholder, { article: hit })}
            />
          ))
        )}
      </ul>
      {isAddress || !found ? null : found.hits === null ? (
        <Refusal words="The desk cannot be reached. Check your connection." />
      ) : found.hits.length === 0 ? (
        <p className="px-3 py-2 text-ink-faint">No article is called that.</p>
      ) : null}
      <div className="mt-2.5 border-t border-rule pt-2.5">
        <Button
          emphasis="quiet"
          small
          onPress={() => tools.linkPlaceholder(placeholder, { text: target.replace(/[-_]+/g, " ") })}
        >
          Make it plain text
        </Button>
      </div>
    </>
  );
}

function Choice({ title, detail, onChoose }: { title: string; detail: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" onClick={onChoose} className="grid w-full rounded-md px-3 py-2 text-left hover:bg-wash">
        <b className="truncate font-semibold">{title}</b>
        <small className="text-[12.5px] text-ink-soft">{detail}</small>
      </button>
    </li>
  );
}
