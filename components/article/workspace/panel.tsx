"use client";

import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { BlockersPanel } from "@/components/article/blockers-panel";
import type { FixTools, WaiverView } from "@/components/article/fixes/tools";
import type { ManuscriptHandle, Selected } from "@/components/editor/handle";
import { send } from "@/components/ui/send-command";
import { Tabs } from "@/components/ui/tabs";
import type { PlacedCitation } from "@/domain/document/inlines";
import type { Finding } from "@/domain/rules/finding";
import { CitationCard } from "./citation-card";
import { CitedIn } from "./cited-in";
import { CommentsPanel } from "./comments-panel";
import { SourcesPanel } from "./sources-panel";
import type { DrawnCitations } from "./use-citations";
import type { WorkspaceView } from "./view";

type Props = {
  view: WorkspaceView;
  findings: readonly Finding[];
  current: Finding | null;
  progress: { resolved: number; total: number };
  citations: readonly PlacedCitation[];
  drawn: DrawnCitations;
  selected: Selected | null;
  editor: RefObject<ManuscriptHandle | null>;
  tools: FixTools;
  tab: string;
  onTab: (tab: string) => void;
  sectionName: (finding: Finding) => string;
  onTake: (finding: Finding) => void;
  onNext: () => void;
  onLetGo: () => void;
  onCited: () => void;
};

/** The right-hand part: what blocks, what the text rests on, what people say of it. */
export function Panel(props: Props) {
  const { view, findings, editor, tools, selected, citations, tab, onTab } = props;
  const router = useRouter();
  const { article, references, may } = view;
  const citation = selected?.kind === "citation" ? citations.find((one) => one.id === selected.citation) : undefined;
  const settle = (name: string) => async (waiver: WaiverView) => {
    const result = await send(name, { articleId: article.id, waiverId: waiver.id });
    router.refresh();
    return result.ok ? null : result.error.message;
  };

  const blockers = (
    <BlockersPanel
      findings={findings}
      waivers={view.waivers}
      progress={props.progress}
      current={props.current?.fingerprint ?? null}
      sectionName={props.sectionName}
      tools={tools}
      mayEdit={may.edit}
      onSelect={props.onTake}
      onNext={props.onNext}
      onConfirmWaiver={settle("waiver.confirm")}
      onWithdrawWaiver={settle("waiver.withdraw")}
    />
  );
  const sources = (
    <div className="min-h-0 flex-1 overflow-auto">
      {citation ? (
        <CitationCard
          key={citation.id}
          citation={citation}
          references={references}
          words={view.verifications.filter((word) => word.citation === citation.id)}
          tools={tools}
          mayEdit={may.edit}
          onChange={(items) => editor.current?.setCitationItems(citation.id, items)}
          onClose={props.onLetGo}
        />
      ) : null}
      <div className="px-5 pt-4">
        <CitedIn articleId={article.id} citing={view.citing} mayEdit={may.edit} refusal={props.drawn.refusal} />
      </div>
      <SourcesPanel
        articleId={article.id}
        references={references}
        citations={citations}
        entries={props.drawn.entries}
        tools={tools}
        mayEdit={may.edit}
        onCited={props.onCited}
        onGoTo={(one) => editor.current?.focusCitation(one.id)}
      />
    </div>
  );
  const comments = (
    <CommentsPanel
      articleId={article.id}
      threads={view.threads}
      selected={selected?.kind === "text" ? selected.quote : null}
      current={selected?.kind === "thread" ? selected.thread : null}
      mayComment={may.comment}
      onGoTo={(thread) => editor.current?.focusQuote({ section: thread.section, ...thread.anchor })}
    />
  );
  return (
    <Tabs
      label="Panel"
      selected={tab}
      onSelect={onTab}
      tabs={[
        {
          id: "blockers",
          label: "Blockers",
          count: findings.filter((one) => one.severity === "blocker").length,
          panel: blockers,
        },
        { id: "sources", label: "Sources", panel: sources },
        {
          id: "comments",
          label: "Comments",
          count: view.threads.filter((thread) => !thread.resolved).length,
          panel: comments,
        },
      ]}
    />
  );
}
