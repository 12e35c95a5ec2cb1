"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Refusal } from "@/components/article/fixes/refusal";
import type { Quote } from "@/components/editor/quote";
import { Button } from "@/components/ui/button";
import { Face } from "@/components/ui/face";
import { TextArea } from "@/components/ui/fields";
import { send } from "@/components/ui/send-command";
import { When } from "@/components/ui/when";
import type { ArticleId } from "@/domain/ids";
import type { ThreadView } from "./view";

type Props = {
  articleId: ArticleId;
  threads: readonly ThreadView[];
  /** The words that are selected in the text, to hang a new comment on. */
  selected: Quote | null;
  current: string | null;
  mayComment: boolean;
  onGoTo: (thread: ThreadView) => void;
};

/** The conversations about the text: each hangs on its words, and an open one keeps the article from being published. */
export function CommentsPanel({ articleId, threads, selected, current, mayComment, onGoTo }: Props) {
  const panel = useRef<HTMLElement>(null);
  const [showResolved, setShowResolved] = useState(false);
  const open = threads.filter((thread) => !thread.resolved);
  const resolved = threads.filter((thread) => thread.resolved);
  const shown = showResolved ? [...open, ...resolved] : open;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={`Comments, ${open.length} open`}
      className="min-h-0 flex-1 overflow-auto px-5 py-4 outline-none"
    >
      {mayComment && selected ? <NewThread articleId={articleId} quote={selected} /> : null}
      {mayComment && !selected ? (
        <p className="text-[13px] text-ink-faint">Select words in the text to comment on them.</p>
      ) : null}
      {shown.length === 0 ? <p className="py-10 text-center text-ink-soft">No open comments.</p> : null}
      <ul className="divide-y divide-rule">
        {shown.map((thread) => (
          <Thread
            key={thread.id}
            articleId={articleId}
            thread={thread}
            isCurrent={thread.id === current}
            mayComment={mayComment}
            onGoTo={onGoTo}
            onSettled={() => panel.current?.focus()}
          />
        ))}
      </ul>
      {resolved.length > 0 ? (
        <Button emphasis="quiet" small onPress={() => setShowResolved(!showResolved)}>
          {showResolved ? "Hide resolved" : `Show ${resolved.length} resolved`}
        </Button>
      ) : null}
    </section>
  );
}

function NewThread({ articleId, quote }: { articleId: ArticleId; quote: Quote }) {
  const { section, ...anchor } = quote;
  return (
    <div className="mb-4 rounded-[10px] border border-rule-strong bg-paper p-4">
      <blockquote className="mb-3 line-clamp-3 border-l-2 border-accent pl-3 font-serif text-[15px] leading-6">
        {quote.exact}
      </blockquote>
      <Write
        key={quote.exact}
        label="Your comment"
        action="Comment"
        onSend={(body) => send("thread.open", { articleId, sectionId: section, anchor, body })}
      />
    </div>
  );
}

function Thread({
  articleId,
  thread,
  isCurrent,
  mayComment,
  onGoTo,
  onSettled,
}: {
  articleId: ArticleId;
  thread: ThreadView;
  isCurrent: boolean;
  mayComment: boolean;
  onGoTo: (thread: ThreadView) => void;
  /** Told when the conversation leaves its list, and its button with it. */
  onSettled: () => void;
}) {
  const router = useRouter();
  const [now] = useState(() => new Date().toISOString());
  const line = useRef<HTMLLIElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = async () => {
    const result = await send(thread.resolved ? "thread.reopen" : "thread.resolve", { articleId, threadId: thread.id });
    setRefusal(result.ok ? null : result.error.message);
    if (!result.ok) return;
    if (hasNotMovedOn(line.current)) onSettled();
    router.refresh();
  };
  return (
    <li
      ref={line}
      aria-current={isCurrent ? true : undefined}
      className="py-4 aria-[current]:-mx-3 aria-[current]:rounded-md aria-[current]:bg-accent-wash aria-[current]:px-3"
    >
      <button
        type="button"
        onClick={() => onGoTo(thread)}
        className="mb-2 line-clamp-2 border-l-2 border-rule-strong pl-3 text-left font-serif text-[15px] leading-6 text-ink-soft"
      >
        {thread.anchor.exact}
      </button>
      <ul className="grid gap-3">
        {thread.comments.map((comment) => (
          <li key={comment.id} className="grid grid-cols-[24px_1fr] gap-x-2.5">
            <Face name={comment.author} small />
            <div>
              <p className="text-[12.5px] text-ink-faint">
                <b className="font-semibold text-ink">{comment.author}</b> <When at={comment.at} now={now} />
              </p>
              <p className="whitespace-pre-wrap">{comment.body}</p>
            </div>
          </li>
        ))}
      </ul>
      {mayComment ? (
        <div className="mt-3 grid gap-2">
          {thread.resolved ? null : (
            <Write
              label="Answer"
              action="Answer"
              onSend={(body) => send("thread.answer", { articleId, threadId: thread.id, body })}
            />
          )}
          <p>
            <Button small emphasis={thread.resolved ? "quiet" : "plain"} onPress={() => void settle()}>
              {thread.resolved ? "Open again" : "Resolve"}
            </Button>
          </p>
          <Refusal words={refusal} />
        </div>
      ) : null}
    </li>
  );
}

function Write({
  label,
  action,
  onSend,
}: {
  label: string;
  action: string;
  onSend: (body: string) => ReturnType<typeof send>;
}) {
  const router = useRouter();
  const [body, setBody] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <form
      className="grid gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const result = await onSend(body);
        setRefusal(result.ok ? null : result.error.message);
        if (!result.ok) return;
        setBody("");
        if (hasNotMovedOn(form)) form.querySelector("textarea")?.focus();
        router.refresh();
      }}
    >
      <TextArea label={label} rows={2} value={body} onChange={setBody} error={refusal} />
      {body.trim() ? (
        <p>
          <Button type="submit" small>
            {action}
          </Button>
        </p>
      ) : null}
    </form>
  );
}

/** Whether the keyboard is still in a box, or nowhere because what had it is gone: whoever writes elsewhere by now is left there. */
const hasNotMovedOn = (box: Element | null): boolean =>
  document.activeElement === document.body || box?.contains(document.activeElement) === true;
