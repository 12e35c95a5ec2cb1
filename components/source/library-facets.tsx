"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import {
  addedWithin,
  type LibraryFacet,
  type LibraryQuestion,
  libraryFacets,
  librarySorts,
  questionOf,
  questionText,
} from "@/domain/source/library-question";
import { addedNames, choiceWords, facetNames, sortNames } from "./facet-words";
import { LibraryYears } from "./library-years";
import type { LibraryChoice } from "./library-view";

type Props = { question: LibraryQuestion; choices: Record<LibraryFacet, LibraryChoice[]>; about: boolean };

/** What the library can be narrowed by, each with how many sources a choice would leave; all of it lives in the address. */
export function LibraryFacets({ question, choices, about }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const choose = (change: Record<string, string | number | null>) =>
    startTransition(() =>
      router.push(`/desk/sources?${questionText(questionOf(asText({ ...question, ...change })))}`, { scroll: false }),
    );
  const shown = libraryFacets.filter((facet) => choices[facet].length > 0);
  return (
    <div
      role="group"
      aria-label="Narrow the library"
      className={`flex flex-wrap items-center gap-2 ${pending ? "opacity-60" : ""}`}
    >
      {shown.map((facet) => (
        <Menu
          key={facet}
          label={facetNames[facet]}
          trigger={<Trigger words={facetNames[facet]} chosen={question[facet] !== null} />}
          entries={choices[facet].map(({ choice, label, sources }) => ({
            id: choice,
            label: label ?? choiceWords(facet, choice),
            figure: `${about ? "~" : ""}${sources.toLocaleString("en-GB")}`,
          }))}
          onAction={(choice) => choose({ [facet]: choice })}
        />
      ))}
      <Menu
        label="Added"
        trigger={<Trigger words="Added" chosen={question.added !== null} />}
        entries={addedWithin.map((within) => ({ id: within, label: addedNames[within] }))}
        onAction={(within) => choose({ added: within })}
      />
      <LibraryYears key={`${question.from} ${question.to}`} from={question.from} to={question.to} onChange={choose} />
      <Menu
        label="Order"
        trigger={<Trigger words={sortNames[question.sort]} chosen={question.sort !== "title"} />}
        entries={librarySorts.map((sort) => ({ id: sort, label: sortNames[sort] }))}
        onAction={(sort) => choose({ sort })}
      />
    </div>
  );
}

/** A question as an address has it: numbers are text there. */
const asText = (question: Record<string, string | number | null>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(question).map(([name, value]) => [name, value === null ? null : String(value)]));

function Trigger({ words, chosen }: { words: string; chosen: boolean }) {
  return (
    <Button small>
      <span className={chosen ? "font-semibold text-accent" : ""}>{words}</span>
      <ChevronDown size={13} aria-hidden className="text-ink-faint" />
    </Button>
  );
}
