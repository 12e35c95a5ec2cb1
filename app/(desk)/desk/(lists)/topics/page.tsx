import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { TopicDesk } from "@/components/topic/topic-desk";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { topicsScreen } from "@/server/queries/topics-screen";

export const metadata: Metadata = { title: "Topics" };

/** What articles are filed under: each topic with its articles, to be renamed, described, merged or removed. */
export default async function TopicsPage() {
  const actor = await requireActor();
  const topics = await topicsScreen(actor);
  if (!topics) notFound();
  return (
    <DeskPage
      title="Topics"
      lead="What readers find articles by. A topic that is renamed or merged keeps its old address: whoever comes there is led on."
      narrow
    >
      <TopicDesk topics={topics} mayAdd={may("topic.create", actor)} mayChange={may("topic.change", actor)} />
    </DeskPage>
  );
}
