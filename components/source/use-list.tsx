import Link from "next/link";
import { stateWords } from "@/components/article/state-words";
import { StateTag } from "@/components/ui/state-tag";
import type { SourceUse } from "./library-view";

/** The articles that rest on a source, each with its state and the sections that cite it. */
export function UseList({ uses }: { uses: SourceUse[] }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {uses.map((use) => (
        <li key={use.articleId} className="py-4">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5">
            <Link
              href={`/desk/articles/${use.articleId}`}
              className="mr-auto font-serif text-[17px] leading-6 font-semibold underline-offset-4 hover:underline"
            >
              <bdi>{use.title || "Untitled"}</bdi>
            </Link>
            {use.published ? <StateTag tone="ok">Published</StateTag> : null}
            {use.published && use.state === "writing" ? null : (
              <StateTag tone={stateWords[use.state].tone}>{stateWords[use.state].label}</StateTag>
            )}
          </div>
          <p className="mt-1 text-[13px] text-ink-soft">
            {use.sections.length === 0 ? (
              "On its list, cited nowhere."
            ) : (
              <>cited in {use.sections.map((section) => section.heading ?? "the opening").join(" · ")}</>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
