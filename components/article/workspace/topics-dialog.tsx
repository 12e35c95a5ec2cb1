"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { send } from "@/components/ui/send-command";
import type { ArticleId } from "@/domain/ids";
import { mostTopics } from "@/domain/publishing/topic";

type Topic = { id: string; name: string; chosen: boolean };
type Props = {
  articleId: ArticleId;
  topics: readonly Topic[];
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** What the article is about: topics to choose from, and a field for one that is not there yet. */
export function TopicsDialog({ articleId, topics, isOpen, onClose, onDone }: Props) {
  const [known, setKnown] = useState(topics);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const chosen = known.filter((topic) => topic.chosen);
  const choose = (id: string, yes: boolean) =>
    setKnown(known.map((topic) => (topic.id === id ? { ...topic, chosen: yes } : topic)));
  const add = async () => {
    const result = await send<{ topicId: string; name: string }>("topic.create", { name });
    setError(result.ok ? null : result.error.message);
    if (!result.ok) return;
    setKnown([...known, { id: result.value.topicId, name: result.value.name, chosen: chosen.length < mostTopics }]);
    setName("");
  };
  const save = async () => {
    const result = await send("article.file", { articleId, topicIds: chosen.map(({ id }) => id) });
    setError(result.ok ? null : result.error.message);
    if (result.ok) onDone();
  };
  return (
    <Dialog title="Topics" isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-5">
        <p className="text-ink-soft">
          Readers find the article under these once its next edition is published. At most {mostTopics}.
        </p>
        {known.length > 0 ? (
          <fieldset className="grid max-h-72 gap-1 overflow-auto">
            <legend className="sr-only">Topics of the article</legend>
            {known.map((topic) => (
              <label key={topic.id} className="flex min-h-9 cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  checked={topic.chosen}
                  disabled={!topic.chosen && chosen.length >= mostTopics}
                  onChange={(event) => choose(topic.id, event.target.checked)}
                />
                {topic.name}
              </label>
            ))}
          </fieldset>
        ) : null}
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <div className="grow">
            <TextField label="A new topic" value={name} onChange={setName} maxLength={60} />
          </div>
          <Button type="submit" isDisabled={!name.trim()}>
            Add
          </Button>
        </form>
        {error ? <Notice tone="blocker">{error}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button emphasis="primary" onPress={() => void save()}>
            Save
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
