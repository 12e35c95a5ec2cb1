import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { titledByArticle } from "@/app/(desk)/desk/_components/titled";
import { CoverageMarks } from "@/components/article/coverage-marks";
import { CitationReviewer } from "@/components/review/citation-reviewer";
import { ReviewTabs } from "@/components/review/review-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { ArticleId } from "@/domain/ids";
import { requireActor } from "@/server/auth/session";
import { citationScreen, type CitationView, citationViews } from "@/server/queries/citation-screen";

type ArticleProps = { params: Promise<{ articleId: string }>; searchParams: Promise<Record<string, unknown>> };

export const generateMetadata = ({ params }: ArticleProps): Promise<Metadata> => titledByArticle(params, "citations");

export default async function CitationsPage({ params, searchParams }: ArticleProps) {
  const actor = await requireActor();
  const id = ArticleId.safeParse((await params).articleId);
  const screen = id.success ? await citationScreen(actor, id.data, Asked.parse(await searchParams)) : null;
  if (!screen) notFound();
  const { article, view, citations, counts, coverage, from, next } = screen;
  const verified = counts.all - counts.unverified - counts.disputed;
  const at = (shown: CitationView, after = 0) =>
    `/desk/articles/${article.id}/review/citations?${new URLSearchParams({ show: shown, ...(after ? { from: String(after) } : {}) })}`;

  return (
    <DeskPage
      title={article.title || "Untitled"}
      lead="Each sentence beside what it rests on."
      actions={
        <Link href={`/desk/articles/${article.id}`} className="font-medium text-accent underline underline-offset-4">
          Open the manuscript
        </Link>
      }
    >
      <ReviewTabs articleId={article.id} here="citations" open={counts.unverified} />
      <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <p role="status" className="font-semibold tabular-nums">
          {verified} of {counts.all} verified
        </p>
        <CoverageMarks coverage={coverage} />
      </div>
      <div className="mb-5">
        <LinkTabs
          label="Which citations"
          tabs={citationViews.map((one) => ({
            href: at(one),
            label: labels[one],
            count: counts[one],
            here: one === view,
          }))}
        />
      </div>
      {citations.length > 0 ? (
        <CitationReviewer
          articleId={article.id}
          citations={citations}
          may={screen.may}
          now={new Date().toISOString()}
        />
      ) : (
        <EmptyState title={counts.all === 0 ? "Nothing is cited yet" : emptiness[view]} />
      )}
      <nav aria-label="More citations" className="mt-6 flex gap-5 font-medium">
        {from > 0 ? (
          <Link href={at(view, Math.max(0, from - 40))} className="text-accent underline underline-offset-4">
            Earlier ones
          </Link>
        ) : null}
        {next === null ? null : (
          <Link href={at(view, next)} className="text-accent underline underline-offset-4">
            Next ones
          </Link>
        )}
      </nav>
    </DeskPage>
  );
}

const Asked = z
  .object({
    show: z.enum(citationViews).catch("all"),
    from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  })
  .transform(({ show, from }) => ({ view: show, from }));

const labels: Record<CitationView, string> = {
  all: "All",
  unverified: "Unverified",
  altered: "Altered quotes",
  disputed: "Disputed",
};

const emptiness: Record<CitationView, string> = {
  all: "Nothing is cited yet",
  unverified: "Every citation has a reviewer’s word",
  altered: "No quote is altered",
  disputed: "Nothing is disputed",
};
