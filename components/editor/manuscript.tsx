"use client";

import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { readDocument } from "@/domain/document/read";
import type { Finding, Place } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import type { BringPicture } from "./bringing";
import { FormatBar } from "./format-bar";
import type { ManuscriptHandle, Selected } from "./handle";
import { handleOf } from "./handle-of";
import { KeptNotice } from "./kept-notice";
import { LinkBox } from "./link-box";
import type { SaveState } from "./saving/machine";
import { wouldLose } from "./saving/machine";
import type { Notice } from "./saving/keeping";
import { type Session, openSession } from "./session";
import { showing } from "./sights";
import { keepStrayFilesOut } from "./stray-files";
import type { Message, Person, Transport } from "./transport";
import "./editor.css";
import "./figure.css";

export type ManuscriptProps = {
  /** The draft as it was loaded; later versions come through the transport, so a new object for the same id changes nothing. */
  article: { id: string; document: unknown; stepCount: number };
  person: Person;
  transport: Transport;
  bringPicture: BringPicture;
  references: readonly Reference[];
  /** What citations show in the text, by their ids, where they do not show numbers. */
  marks?: ReadonlyMap<string, string>;
  findings?: readonly Finding[];
  /** The finding in hand, shown stronger than the others. */
  current?: Place | null;
  readOnly?: boolean;
  ref?: Ref<ManuscriptHandle>;
  /** The text or its saving changed; called at every key, so debounce what is slow. */
  onChange?: (document: Node, save: SaveState) => void;
  onSelect?: (selected: Selected) => void;
  /** Mod-Shift-C or the button: answer with `handle.insertCitation`. */
  onInsertCitation?: () => void;
  /** Alt-ArrowDown and Alt-ArrowUp: the next and the previous blocker. */
  onBlocker?: (way: 1 | -1) => void;
  /** Who is here, what else changed about the article, and whether the stream is up. */
  onMessage?: (message: Exclude<Message, { kind: "steps" }>) => void;
};

/** The manuscript: one continuous text that is saved while it is written. */
export function Manuscript(props: ManuscriptProps) {
  const { article, references, marks, findings, current, readOnly = false, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const latest = useRef(props);
  const [state, setState] = useState<EditorState | null>(null);
  const [linking, setLinking] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  // Only another article is another document: the same one changes through its steps.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const read = useMemo(() => readDocument(article.document), [article.id]);

  useEffect(() => {
    latest.current = props;
  });
  useImperativeHandle(ref, () => handleOf(() => session.current), []);

  useEffect(() => {
    if (!host.current || !read.ok) return;
    const opened = openSession({
      host: host.current,
      articleId: latest.current.article.id,
      document: read.value,
      stepCount: latest.current.article.stepCount,
      person: latest.current.person,
      transport: latest.current.transport,
      bringPicture: latest.current.bringPicture,
      readOnly: () => latest.current.readOnly ?? false,
      calls: {
        onState: setState,
        onChange: (document, save) => latest.current.onChange?.(document, save),
        onSelect: (selected) => latest.current.onSelect?.(selected),
        onInsertCitation: () => latest.current.onInsertCitation?.(),
        onLink: () => setLinking(true),
        onBlocker: (way) => latest.current.onBlocker?.(way),
        onMessage: (message) => latest.current.onMessage?.(message),
        onNotice: (next) => setNotice((before) => together(before, next)),
      },
    });
    session.current = opened;
    const leaving = watchLeaving(opened);
    return () => {
      leaving();
      session.current = null;
      opened.close();
    };
  }, [read]);

  useEffect(() => {
    const view = session.current?.view;
    view?.dispatch(
      showing(view.state, {
        references,
        marks: marks ?? new Map(),
        findings: findings ?? [],
        current: current ?? null,
      }),
    );
  }, [read, references, marks, findings, current]);

  useEffect(() => session.current?.view.setProps({}), [readOnly]);
  useEffect(keepStrayFilesOut, []);

  if (!read.ok)
    return (
      <p role="alert" className="m-6 text-blocker">
        This draft can’t be shown, because its stored text is not a document of ours: {read.error.why}
      </p>
    );
  return (
    <div className="manuscript-desk">
      {readOnly || !state ? null : (
        <FormatBar
          state={state}
          run={(command) => session.current?.run(command)}
          onLink={() => setLinking(true)}
          onPicture={() => session.current?.choosePicture()}
          onInsertCitation={() => props.onInsertCitation?.()}
        />
      )}
      {notice ? <KeptNotice notice={notice} onClose={() => setNotice(null)} /> : null}
      <div ref={host} className="manuscript-sheet" />
      {linking && session.current ? (
        <LinkBox
          view={session.current.view}
          onClose={() => {
            setLinking(false);
            session.current?.view.focus();
          }}
        />
      ) : null}
    </div>
  );
}

const together = (before: Notice | null, next: Notice): Notice => ({
  putBack: (before?.putBack ?? 0) + next.putBack,
  lost: [...(before?.lost ?? []), ...next.lost],
});

/** Writes down what is unsaved when the page goes, and warns only where that would lose words. */
function watchLeaving({ saver }: Session): () => void {
  const hide = () => {
    saver.keepNow();
    if (saver.state().unsaved > 0) void saver.retry();
  };
  const warn = (event: BeforeUnloadEvent) => {
    saver.keepNow();
    if (wouldLose(saver.state())) event.preventDefault();
  };
  const online = () => void saver.retry();
  window.addEventListener("pagehide", hide);
  window.addEventListener("beforeunload", warn);
  window.addEventListener("online", online);
  return () => {
    window.removeEventListener("pagehide", hide);
    window.removeEventListener("beforeunload", warn);
    window.removeEventListener("online", online);
  };
}
