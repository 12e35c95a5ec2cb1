import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ArticleView } from "./article-tabs";

type Props = { view: ArticleView; query: string; mayWrite: boolean; allHref: string };

/** What stands where no article is listed: why, and what would bring one. */
export function NoArticles({ view, query, mayWrite, allHref }: Props) {
  return (
    <div className="border-y border-rule">
      {query ? (
        <EmptyState
          title={`No article is called “${query}”`}
          action={
            view === "all" ? null : (
              <Link href={allHref} className="font-medium text-accent underline underline-offset-4">
                Look among all articles
              </Link>
            )
          }
        >
          {view === "all" ? "Titles are searched, word by word. Try fewer of them." : "Not in this list, that is."}
        </EmptyState>
      ) : view === "waiting" ? (
        <EmptyState
          title="Nothing waits for you"
          action={
            <Link href="/desk?show=all" className="font-medium text-accent underline underline-offset-4">
              All articles
            </Link>
          }
        >
          What is submitted for review, sent back to you or ready to publish comes up here.
        </EmptyState>
      ) : (
        <EmptyState
          title={view === "mine" ? "Nothing of yours yet" : "The house has written nothing yet"}
          action={
            mayWrite ? (
              <LinkButton href="/desk/import">Import a draft</LinkButton>
            ) : (
              <Link href="/desk?show=all" className="font-medium text-accent underline underline-offset-4">
                All articles
              </Link>
            )
          }
        >
          {mayWrite
            ? "Bring a draft as it is, damage and all. What its citations lost is found and kept until it is mended."
            : "An editor brings the first draft; it comes up here as soon as it is there."}
        </EmptyState>
      )}
    </div>
  );
}
