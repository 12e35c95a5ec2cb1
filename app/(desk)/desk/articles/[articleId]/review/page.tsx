import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { titledByArticle } from "@/app/(desk)/desk/_components/titled";
import { CoverageMarks } from "@/components/article/coverage-marks";
import { stateWords } from "@/components/article/state-words";
import { ReviewTabs } from "@/components/review/review-tabs";
import { Reviewer } from "@/components/review/reviewer";
import { Notice } from "@/components/ui/notice";
import { StateTag } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { requireActor } from "@/server/auth/session";
import { reviewScreen } from "@/server/queries/review-screen";

type ArticleProps = { params: Promise<{ articleId: string }>; searchParams: Promise<Record<string, unknown>> };

export const generateMetadata = ({ params }: ArticleProps): Promise<Metadata> => titledByArticle(params, "review");

export default async function ReviewPage({ params, searchParams }: ArticleProps) {
  const actor = await requireActor();
  const id = ArticleId.safeParse((await params).articleId);
  const whole = (await searchParams)["show"] === "everything";
  const screen = id.success ? await reviewScreen(actor, id.data, whole) : null;
  if (!screen) notFound();
  const { article, round, comparedWith, sections, sources } = screen;
  const words = stateWords[article.state];
  const now = new Date().toISOString();

  return (
    <DeskPage
      narrow
      title={article.title || "Untitled"}
      lead={
        comparedWith
          ? `What changed since edition ${comparedWith.edition}.`
          : whole
            ? "The whole text, as readers would get it."
            : "Nothing of this is published yet, so all of it is new."
      }
      actions={
        <div className="flex items-center gap-3">
          <StateTag tone={words.tone}>{words.label}</StateTag>
          <Link href={`/desk/articles/${article.id}`} className="font-medium text-accent underline underline-offset-4">
            Open the manuscript
          </Link>
        </div>
      }
    >
      <ReviewTabs articleId={article.id} here="text" open={screen.unverified} />
      {round ? (
        <Notice title={`Round ${round.number}`}>
          <p className="text-ink-soft">
            {round.submittedBy} submitted this <When at={round.openedAt} now={now} />.
          </p>
          {round.note ? <p className="mt-2 font-serif text-[16px]">{round.note}</p> : null}
        </Notice>
      ) : (
        <Notice>No round is open: the draft is not with the reviewers.</Notice>
      )}
      <p className="my-5 flex flex-wrap gap-x-5 gap-y-1 text-[13px] text-ink-soft">
        {screen.blockers > 0 ? (
          <Link
            href={`/desk/articles/${article.id}`}
            className="font-semibold text-blocker underline-offset-4 hover:underline"
          >
            {counted(screen.blockers, "blocker")} open
          </Link>
        ) : (
          <span>No blockers</span>
        )}
        <CoverageMarks coverage={screen.coverage} />
        {screen.openThreads > 0 ? <span>{counted(screen.openThreads, "open comment")}</span> : null}
        {screen.removed.length > 0 ? (
          <span>Removed: {screen.removed.map((section) => section.heading).join(", ")}</span>
        ) : null}
        {comparedWith ? (
          <Link href={`/desk/articles/${article.id}/review?show=everything`} className="underline underline-offset-4">
            Show everything
          </Link>
        ) : whole ? (
          <Link href={`/desk/articles/${article.id}/review`} className="underline underline-offset-4">
            Show changes only
          </Link>
        ) : null}
      </p>
      <Reviewer
        articleId={article.id}
        sections={sections}
        sources={sources}
        may={{ ...screen.may, revoke: may("approval.revoke", actor) }}
      />
    </DeskPage>
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
