import Link from "next/link";
import { StateTag } from "@/components/ui/state-tag";
import { isLocale, locales } from "@/domain/citation/locales";
import { hasMovedOn } from "./moved-on";
import type { LanguageLine } from "@/domain/publishing/languages";

/** The other languages of an article's work, each with what readers have of it and how far it follows the original. */
export function LanguageList({ others }: { others: readonly LanguageLine[] }) {
  if (others.length === 0) return <p className="text-ink-soft">It is in no other language yet.</p>;
  const original = others.find(({ isOriginal }) => isOriginal);
  return (
    <ul aria-label="Other languages" className="grid rounded-lg border border-rule">
      {others.map((line) => (
        <li key={line.id} className="flex items-start gap-3 border-t border-rule px-4 py-3 first:border-t-0">
          <div className="mr-auto min-w-0">
            <p className="text-[13px] font-medium text-ink-soft">{languageOf(line.locale)}</p>
            <Link href={`/desk/articles/${line.id}`} className="block font-serif break-words hover:text-accent">
              {line.title}
            </Link>
            <p className="text-[13px] text-ink-faint">{standingOf(line)}</p>
          </div>
          {line.isOriginal ? (
            <StateTag tone="accent">Original</StateTag>
          ) : original && hasMovedOn({ edition: original.edition, ofEdition: line.ofEdition }) ? (
            <StateTag tone="warning">Behind</StateTag>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const languageOf = (tag: string | null): string =>
  tag === null ? "The site’s language" : isLocale(tag) ? locales[tag] : tag;

function standingOf({ edition, isOriginal, ofEdition }: LanguageLine): string {
  const read = edition === null ? "Not published" : `Readers have edition ${edition}`;
  if (isOriginal) return read;
  return `${read}, made ${ofEdition === null ? "before the original was published" : `from edition ${ofEdition}`}`;
}
