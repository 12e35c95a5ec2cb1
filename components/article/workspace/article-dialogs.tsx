"use client";

import { useRouter } from "next/navigation";
import type { Node } from "prosemirror-model";
import type { RefObject } from "react";
import type { ManuscriptHandle } from "@/components/editor/handle";
import { claimOf } from "@/domain/publishing/claim";
import { AddressDialog } from "./address-dialog";
import { ClaimDialog } from "./claim-dialog";
import { LanguagesDialog } from "./languages-dialog";
import { TopicsDialog } from "./topics-dialog";
import type { WorkspaceView } from "./view";

export const articleQuestions = ["topics", "languages", "claim", "address"] as const;
export type ArticleQuestion = (typeof articleQuestions)[number];

type Props = {
  asking: string | null;
  view: WorkspaceView;
  document: Node | null;
  editor: RefObject<ManuscriptHandle | null>;
  onClose: () => void;
};

/** What is said of an article besides its text: its topics, its languages, the claim that it reviews, its address. */
export function ArticleDialogs({ asking, view, document, editor, onClose }: Props) {
  const router = useRouter();
  const { article, topics, languages, citing, references, editions, may } = view;
  const done = () => {
    onClose();
    router.refresh();
  };
  switch (asking) {
    case "topics":
      return <TopicsDialog articleId={article.id} topics={topics} isOpen onClose={onClose} onDone={done} />;
    case "languages":
      return (
        <LanguagesDialog
          articleId={article.id}
          style={citing.style}
          languages={languages}
          mayEdit={may.edit}
          onClose={onClose}
        />
      );
    case "claim":
      return <ClaimDialog claim={claimOf(document?.firstChild)} {...{ references, editor, onClose }} />;
    case "address":
      return (
        <AddressDialog
          articleId={article.id}
          slug={article.slug}
          title={article.title}
          published={editions.length > 0}
          onClose={onClose}
          onDone={done}
        />
      );
    default:
      return null;
  }
}
