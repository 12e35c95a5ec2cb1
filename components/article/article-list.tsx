import { CalendarClock } from "lucide-react";
import Link from "next/link";
import { Face } from "@/components/ui/face";
import { Opening } from "@/components/ui/opening";
import { StateTag } from "@/components/ui/state-tag";
import { inWords, When } from "@/components/ui/when";
import type { Coverage } from "@/domain/review/verification";
import type { ArticleState } from "@/domain/review/machine";
import { CoverageMarks } from "./coverage-marks";
import { stateWords } from "./state-words";

/** An article as the list shows it. */
export type ListedArticle = {
  id: string;
  title: string;
  standfirst: string;
  state: ArticleState;
  blockers: number;
  warnings: number;
  coverage: Coverage;
  words: number;
  owner: string;
  updatedBy: string;
  updatedAt: string;
  edition: { number: number; kind: string; asDraft: boolean } | null;
  withdrawn: boolean;
  scheduledFor: string | null;
  refused: boolean;
};

/** The articles as a list that reads like a contents page: what it is, how it stands, what blocks it, who had it last. */
export function ArticleList({ articles, now }: { articles: ListedArticle[]; now: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule sm:-mx-4">
      {articles.map((article) => (
        <li
          key={article.id}
          className="relative grid gap-x-6 gap-y-2 py-5 hover:bg-wash/60 sm:px-4 md:grid-cols-[minmax(0,1fr)_13rem_11rem]"
        >
          <div className="min-w-0">
            <Link
              href={`/desk/articles/${article.id}`}
              className="font-serif text-[19px] leading-6 font-semibold after:absolute after:inset-0"
            >
              <bdi>{article.title || "Untitled"}</bdi>
              <Opening />
            </Link>
            {article.standfirst ? (
              <p className="mt-0.5 line-clamp-1 text-ink-soft">
                <bdi>{article.standfirst}</bdi>
              </p>
            ) : null}
          </div>
          <div className="flex flex-wrap content-start items-center gap-x-3 gap-y-1.5 md:justify-self-start">
            <State article={article} />
            <Standing article={article} />
            <CoverageMarks coverage={article.coverage} />
          </div>
          <p className="flex items-center gap-2 text-[13px] text-ink-soft">
            <Face name={article.updatedBy} small />
            <span>
              <Link
                href={`/desk/articles/${article.id}/history`}
                aria-label={`${inWords(new Date(article.updatedAt), new Date(now))}: history of “${article.title || "Untitled"}”`}
                className="relative z-1 -m-1 p-1 underline-offset-4 hover:text-ink hover:underline"
              >
                <When at={article.updatedAt} now={now} />
              </Link>
              <small className="block text-[12px] text-ink-faint">{article.words.toLocaleString("en-GB")} words</small>
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A draft that says what readers have already is not being written: it is published. */
function State({ article: { state, edition, withdrawn } }: { article: ListedArticle }) {
  if (withdrawn) return <StateTag>Withdrawn</StateTag>;
  if (state === "writing" && edition?.asDraft)
    return edition.kind === "retraction" ? (
      <StateTag tone="warning">Retracted</StateTag>
    ) : (
      <StateTag tone="ok">Published</StateTag>
    );
  return <StateTag tone={stateWords[state].tone}>{stateWords[state].label}</StateTag>;
}

function Standing({ article }: { article: ListedArticle }) {
  return (
    <span className="text-[13px]">
      {article.refused ? (
        <b className="font-semibold text-blocker">publishing refused</b>
      ) : article.scheduledFor ? (
        <span className="inline-flex items-center gap-1 text-ink-soft">
          <CalendarClock size={13} aria-hidden />
          {new Intl.DateTimeFormat("en-GB", {
            day: "numeric",
            month: "short",
            hour: "2-digit",
            minute: "2-digit",
            timeZone: "UTC",
          }).format(new Date(article.scheduledFor))}{" "}
          UTC
        </span>
      ) : article.blockers > 0 ? (
        <b className="font-semibold text-blocker tabular-nums">
          {article.blockers} {article.blockers === 1 ? "blocker" : "blockers"}
        </b>
      ) : article.withdrawn ? (
        <span className="text-ink-soft">by law</span>
      ) : article.edition ? (
        <span className="text-ink-soft">edition {article.edition.number} is out</span>
      ) : (
        <span className="text-ok">nothing blocks</span>
      )}
    </span>
  );
}
