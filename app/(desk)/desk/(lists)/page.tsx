import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ArticleList } from "@/components/article/article-list";
import { ArticleTabs } from "@/components/article/article-tabs";
import { NoArticles } from "@/components/article/no-articles";
import { RefusedStrip } from "@/components/article/refused-strip";
import { TaskList } from "@/components/task/task-list";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { articleList, articleViews } from "@/server/queries/article-list";
import { openTasks } from "@/server/queries/tasks";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";

type DeskProps = { params: Promise<object>; searchParams: Promise<Record<string, unknown>> };

export const metadata: Metadata = { title: "Articles" };

/** Where everybody begins: one's own articles, those that wait for one, or all. */
export default async function ArticlesPage({ searchParams }: DeskProps) {
  const actor = await requireActor();
  const { show, q, after } = Asked.parse(await searchParams);
  const mayWrite = may("article.create", actor);
  const view = show ?? (mayWrite ? "mine" : "waiting");
  const list = await articleList(actor, { view, search: q, after });
  if (!list) notFound();
  const here = (more: Record<string, string>) =>
    `/desk?${new URLSearchParams({ show: view, ...(q ? { q } : {}), ...more })}`;

  return (
    <DeskPage
      title="Articles"
      actions={
        mayWrite ? (
          <LinkButton href="/desk/import" emphasis="primary">
            Import a draft
          </LinkButton>
        ) : null
      }
    >
      <TaskList tasks={(await openTasks(actor)) ?? []} now={new Date().toISOString()} />
      <RefusedStrip articles={list.articles} />
      <div className="flex flex-wrap-reverse items-start justify-between gap-x-6 gap-y-3">
        <ArticleTabs view={view} counts={list.counts} query={q} />
        <div className="w-full sm:mb-2.5 sm:w-auto">
          <SearchBox label="Search articles by title" placeholder="Search by title" />
        </div>
      </div>
      {list.articles.length > 0 ? (
        <ArticleList articles={list.articles} now={new Date().toISOString()} />
      ) : (
        <NoArticles view={view} query={q} mayWrite={mayWrite} allHref={here({ show: "all" })} />
      )}
      <Pager older={list.next ? here({ after: list.next }) : null} newest={after ? here({}) : null} />
    </DeskPage>
  );
}

const Asked = z.object({
  show: z.enum(articleViews).optional().catch(undefined),
  q: z
    .string()
    .max(200)
    .catch("")
    .transform((words) => words.replace(/\p{C}+/gu, " ").trim()),
  after: z.string().max(500).nullable().catch(null),
});
