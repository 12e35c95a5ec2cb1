import { TopicDialog } from "./topic-dialog";
import type { TopicView } from "./topic-view";

/** Asks whether a topic is to go, and says what becomes of its articles and its page. */
export function RemoveTopic({ topic, ...props }: { topic: TopicView; onClose: () => void; onDone: () => void }) {
  return (
    <TopicDialog
      title={`Remove ${topic.name}?`}
      command="topic.remove"
      input={{ topicId: topic.id }}
      action="Remove the topic"
      danger
      {...props}
    >
      <p className="text-ink-soft">
        Its articles stay where they are and stand under this topic no more.{" "}
        {topic.path ? "Its page will say that the topic is no longer kept. " : ""}If its articles belong under another
        topic, merge it instead. A new topic of the same name brings it back.
      </p>
    </TopicDialog>
  );
}
