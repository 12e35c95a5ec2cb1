"use client";

import { useState } from "react";
import { TextArea, TextField } from "@/components/ui/fields";
import { TopicDialog } from "./topic-dialog";
import type { TopicView } from "./topic-view";

/** Another name for a topic, and what it is about. */
export function ChangeTopic({ topic, ...props }: { topic: TopicView; onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState(topic.name);
  const [description, setDescription] = useState(topic.description);
  return (
    <TopicDialog
      title={`The topic ${topic.name}`}
      command="topic.change"
      input={name.trim() ? { topicId: topic.id, name, description } : null}
      action="Save"
      {...props}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={60}
        isRequired
        autoFocus
        hint="The address follows the name; the old one leads to it."
      />
      <TextArea
        label="What it is about"
        rows={3}
        value={description}
        onChange={setDescription}
        maxLength={300}
        hint="Readers see it on the topic’s page; search engines quote it."
      />
    </TopicDialog>
  );
}
