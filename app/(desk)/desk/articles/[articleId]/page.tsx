import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { titledByArticle } from "@/app/(desk)/desk/_components/titled";
import { Workspace } from "@/components/article/workspace/workspace";
import { ArticleId } from "@/domain/ids";
import { personOf, requireActor } from "@/server/auth/session";
import { workspace } from "@/server/queries/workspace";

type ArticleProps = { params: Promise<{ articleId: string }>; searchParams: Promise<Record<string, unknown>> };

export const generateMetadata = ({ params }: ArticleProps): Promise<Metadata> => titledByArticle(params);

export default async function WorkspacePage({ params, searchParams }: ArticleProps) {
  const actor = await requireActor();
  const id = ArticleId.safeParse((await params).articleId);
  const view = id.success ? await workspace(actor, id.data) : null;
  if (!view) notFound();
  const person = await personOf(actor);
  return <Workspace view={{ ...view, person }} imported={"imported" in (await searchParams)} />;
}
