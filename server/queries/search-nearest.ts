import { readerPool } from "@/server/db/reader-pool";

/** A word has to be as near as this to be the one that was meant (pg_trgm's similarity, 0 to 1). */
const near = 0.35;
const mostWords = 8;

/**
 * The words again with each that is published nowhere replaced by the nearest that is; null when none has to be or can be.
 */
export async function nearest(words: string): Promise<string | null> {
  const asked = [...new Set(words.toLowerCase().match(/\p{L}{4,30}/gu) ?? [])].slice(0, mostWords);
  if (asked.length === 0) return null;
  const { rows } = await readerPool().query<{ word: string; meant: string }>(
    `select asked.word, near.word as meant from unnest($1::text[]) as asked (word)
     cross join lateral (
       select word from published_word where word operator(trigrams.%) asked.word
       order by trigrams.similarity(word, asked.word) desc, abs(length(word) - length(asked.word)), word limit 1
     ) as near
     where near.word <> asked.word and trigrams.similarity(near.word, asked.word) >= $2
       and not exists (select from published_word where word = asked.word)`,
    [asked, near],
  );
  if (rows.length === 0) return null;
  const meant = new Map(rows.map((row) => [row.word, row.meant]));
  return words.toLowerCase().replace(/\p{L}{4,30}/gu, (word) => meant.get(word) ?? word);
}
