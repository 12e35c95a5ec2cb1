import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { titledByArticle } from "@/app/(desk)/desk/_components/titled";
import { EditionList } from "@/components/history/edition-list";
import { EventList } from "@/components/history/event-list";
import { HistorySide } from "@/components/history/history-side";
import { ImportLedger } from "@/components/history/import-ledger";
import { KeepRevision } from "@/components/history/keep-revision";
import { RestoreView } from "@/components/history/restore-view";
import { RevisionList } from "@/components/history/revision-list";
import { Pager } from "@/components/ui/pager";
import { ArticleId, RevisionId } from "@/domain/ids";
import { requireActor } from "@/server/auth/session";
import { history } from "@/server/queries/history";
import { comparedWithDraft } from "@/server/queries/history/comparison";
import { editionsOf, importsOf } from "@/server/queries/history/past";

type HistoryProps = { params: Promise<{ articleId: string }>; searchParams: Promise<Record<string, unknown>> };

export const generateMetadata = ({ params }: HistoryProps): Promise<Metadata> => titledByArticle(params, "history");

/** All that happened to an article, the texts that it had, its editions and what was imported. */
export default async function HistoryPage({ params, searchParams }: HistoryProps) {
  const actor = await requireActor();
  const id = ArticleId.safeParse((await params).articleId);
  const { compare, after } = Asked.parse(await searchParams);
  const past = id.success ? await history(actor, id.data, { after, size: 100 }) : null;
  if (!id.success || !past) notFound();
  const articleId = id.data;
  const revision = past.revisions.find((one) => one.id === compare);
  const [editions, imports, compared] = await Promise.all([
    editionsOf(articleId),
    importsOf(articleId),
    revision ? comparedWithDraft(articleId, revision.id) : null,
  ]);
  const here = `/desk/articles/${articleId}/history`;
  const now = new Date().toISOString();

  return (
    <DeskPage
      title={past.title || "Untitled"}
      lead="Everything that happened to it, and every text that it had."
      actions={
        <Link href={`/desk/articles/${articleId}`} className="font-medium text-accent underline underline-offset-4">
          Open the manuscript
        </Link>
      }
    >
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0">
          {revision && compared ? (
            <RestoreView
              key={`${revision.id} ${compared.version}`}
              articleId={articleId}
              revision={revision}
              mayRestore={past.mayRestore}
              {...compared}
            />
          ) : (
            <>
              {compare ? (
                <p className="mb-6 text-ink-soft">That revision is not there, or cannot be read any more.</p>
              ) : null}
              <EventList lines={past.lines} />
              <Pager
                older={past.next ? `${here}?${new URLSearchParams({ after: past.next })}` : null}
                newest={after ? here : null}
                words={{ older: "Earlier", newest: "Back to the newest" }}
              />
            </>
          )}
        </div>
        <aside className="grid content-start gap-10">
          <HistorySide title="Editions" none={editions.length === 0 ? "Nothing is published yet." : null}>
            <EditionList editions={editions} now={now} />
          </HistorySide>
          <HistorySide
            first={revision !== undefined}
            title="Revisions"
            action={past.mayRestore ? <KeepRevision articleId={articleId} /> : null}
            lead="Compare one with the draft as it stands."
            none={past.revisions.length === 0 ? "None is kept yet. Submitting for review keeps the first." : null}
          >
            <RevisionList revisions={past.revisions} articleId={articleId} compared={revision?.id ?? null} now={now} />
          </HistorySide>
          {imports.length > 0 ? (
            <HistorySide title="What was imported">
              <div className="grid gap-8">
                {imports.map((imported) => (
                  <ImportLedger key={imported.id} imported={imported} now={now} />
                ))}
              </div>
            </HistorySide>
          ) : null}
        </aside>
      </div>
    </DeskPage>
  );
}

const Asked = z.object({
  compare: RevisionId.nullable().catch(null),
  after: z.string().max(500).nullable().catch(null),
});
