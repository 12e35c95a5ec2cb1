import { X } from "lucide-react";
import Link from "next/link";
import { type LibraryFacet, type LibraryQuestion, libraryFacets, questionText } from "@/domain/source/library-question";
import { addedNames, choiceWords, facetNames } from "./facet-words";
import type { LibraryChoice } from "./library-view";

type Props = { question: LibraryQuestion; choices: Record<LibraryFacet, LibraryChoice[]> };

/** What narrows the library at this moment, each with the way to take it off again. */
export function LibraryChips({ question, choices }: Props) {
  const chips = chipsOf(question, choices);
  if (chips.length === 0) return null;
  const rest = { q: "", from: null, to: null, added: null };
  const none = Object.fromEntries(libraryFacets.map((facet) => [facet, null]));
  return (
    <ul aria-label="Narrowed by" className="mt-3 flex flex-wrap items-center gap-2">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <Link
            href={`/desk/sources?${questionText({ ...question, ...without })}`}
            scroll={false}
            className="inline-flex items-center gap-1.5 rounded-full bg-accent-wash py-1 pr-2 pl-3 text-[13px] text-accent hover:underline"
          >
            <span className="sr-only">Take off </span>
            {words}
            <X size={13} aria-hidden />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={`/desk/sources?${questionText({ ...question, ...rest, ...none })}`}
          scroll={false}
          className="px-1.5 text-[13px] text-ink-soft underline underline-offset-4 hover:text-ink"
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}

type Chip = { words: string; without: Partial<LibraryQuestion> };

function chipsOf(question: LibraryQuestion, choices: Props["choices"]): Chip[] {
  const { q, from, to, added } = question;
  const chips: Chip[] = q ? [{ words: `“${q}”`, without: { q: "" } }] : [];
  for (const facet of libraryFacets) {
    const choice = question[facet];
    if (choice === null) continue;
    const label = choices[facet].find((one) => one.choice === choice)?.label ?? choiceWords(facet, choice);
    chips.push({ words: `${facetNames[facet]}: ${label}`, without: { [facet]: null } });
  }
  if (from !== null || to !== null)
    chips.push({ words: `Year: ${from ?? "…"}–${to ?? "…"}`, without: { from: null, to: null } });
  if (added) chips.push({ words: `Added ${addedNames[added].toLowerCase()}`, without: { added: null } });
  return chips;
}
