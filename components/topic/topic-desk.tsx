"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { AddTopic } from "./add-topic";
import { ChangeTopic } from "./change-topic";
import { MergeTopic } from "./merge-topic";
import { RemoveTopic } from "./remove-topic";
import { type TopicMove, TopicRow } from "./topic-row";
import type { TopicView } from "./topic-view";

type Props = { topics: TopicView[]; mayAdd: boolean; mayChange: boolean };

/** All topics by name, with a field for a new one and what can be done with each. */
export function TopicDesk({ topics, mayAdd, mayChange }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<{ topic: TopicView; move: TopicMove } | null>(null);
  const close = () => setAsking(null);
  const done = () => {
    close();
    router.refresh();
  };
  const dialog = asking && { topic: asking.topic, onClose: close, onDone: done };
  return (
    <div className="grid gap-6">
      {mayAdd ? <AddTopic onDone={done} /> : null}
      {topics.length > 0 ? (
        <ul aria-label="Topics" className="rounded-xl border border-rule bg-sheet">
          {topics.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              moves={mayChange ? (topics.length > 1 ? ["change", "merge", "remove"] : ["change", "remove"]) : []}
              onMove={(move) => setAsking({ topic, move })}
            />
          ))}
        </ul>
      ) : (
        <EmptyState title="No topics yet">Readers find articles by month, author and search all the same.</EmptyState>
      )}
      {dialog && asking.move === "change" ? <ChangeTopic {...dialog} /> : null}
      {dialog && asking.move === "merge" ? (
        <MergeTopic {...dialog} others={topics.filter(({ id }) => id !== asking.topic.id)} />
      ) : null}
      {dialog && asking.move === "remove" ? <RemoveTopic {...dialog} /> : null}
    </div>
  );
}
