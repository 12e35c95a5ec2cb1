"use client";

import { useState } from "react";
import { SelectField } from "@/components/ui/select-field";
import { TopicDialog } from "./topic-dialog";
import type { TopicView } from "./topic-view";

type Props = { topic: TopicView; others: readonly TopicView[]; onClose: () => void; onDone: () => void };

/** Makes one topic of two: which other one this becomes. */
export function MergeTopic({ topic, others, ...props }: Props) {
  const [into, setInto] = useState("");
  return (
    <TopicDialog
      title={`Merge ${topic.name} into another`}
      command="topic.merge"
      input={into ? { topicId: topic.id, intoId: into } : null}
      action="Merge"
      {...props}
    >
      <p className="text-ink-soft">
        All that is filed under {topic.name} stands under the other topic then, published or not, and its address leads
        there. Nothing has to be published anew.
      </p>
      <SelectField
        label="Merge into"
        value={into}
        onChange={setInto}
        options={[
          { value: "", label: "Choose a topic" },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </TopicDialog>
  );
}
