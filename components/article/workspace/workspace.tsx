"use client";

import { useRouter } from "next/navigation";
import type { Node } from "prosemirror-model";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ManuscriptHandle, Selected } from "@/components/editor/handle";
import { Manuscript } from "@/components/editor/manuscript";
import { Outline } from "@/components/editor/outline";
import { outlineOf } from "@/components/editor/outline-parts";
import { type SaveState, savedState } from "@/components/editor/saving/machine";
import type { Person } from "@/components/editor/transport";
import { citationsOf } from "@/domain/document/inlines";
import { frontOf, wordsIn } from "@/domain/document/parts";
import { readDocument } from "@/domain/document/read";
import type { ReferenceId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import { bringPicture } from "./bring-picture";
import { WorkspaceFoot } from "./foot";
import { WorkspaceHead } from "./head";
import { nextStep } from "./next-step";
import { Notices } from "./notices";
import { type Pane, PaneSwitch } from "./pane-switch";
import { Panel } from "./panel";
import { sectionNameOf } from "./section-name";
import { transport } from "./transport";
import { show, useBlockerPath } from "./use-blocker-path";
import { useCitations } from "./use-citations";
import { useCiting } from "./use-citing";
import { useDeletedSections } from "./use-deleted-sections";
import { useFindings } from "./use-findings";
import { useFixTools } from "./use-fix-tools";
import { useLinkTargets } from "./use-link-targets";
import { useProgress } from "./use-progress";
import { useRefreshAfterSaving } from "./use-refresh-after-saving";
import { useVerified } from "./use-verified";
import { useWorkspaceEntries } from "./use-workspace-entries";
import type { WorkspaceView } from "./view";

/** The workspace: outline, manuscript and panel around one text, with its state and its next step always in sight. */
export function Workspace({ view, imported }: { view: WorkspaceView; imported: boolean }) {
  const router = useRouter();
  const editor = useRef<ManuscriptHandle>(null);
  const [document, setDocument] = useState<Node | null>(() => initialDocument(view.document));
  const [save, setSave] = useState<SaveState>(savedState);
  const [people, setPeople] = useState<readonly Person[]>([view.person]);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [tab, setTab] = useState("blockers");
  const [pane, setPane] = useState<Pane>("text");

  const { links, learn } = useLinkTargets(view.links, document, save.phase === "saved");
  const findings = useFindings(document, { ...view, links });
  const blockers = findings.filter((finding) => finding.severity === "blocker").length;
  const citations = useMemo(() => (document ? citationsOf(document) : []), [document]);
  const verified = useVerified(view.verifications);
  const deleted = useDeletedSections(view.deletedSections, document);
  const openComments = view.threads.filter((thread) => !thread.resolved).length;

  const onTake = useCallback((finding: Finding) => {
    setTab(finding.place.kind === "thread" ? "comments" : "blockers");
    setPane("panel");
  }, []);
  const { current, take, step } = useBlockerPath({ findings, editor, walking: tab === "blockers", onTake });
  /** Hands the keyboard to the text: what was just done is done to go on there. */
  const toText = useCallback(() => {
    setPane("text");
    editor.current?.focus();
  }, []);
  const goTo = useCallback(
    (finding: Finding) => {
      show(editor.current, finding);
      toText();
    },
    [toText],
  );
  const editSource = useCallback(
    (reference: ReferenceId) => {
      const source = view.references.find((one) => one.id === reference)?.source;
      const raw = findings.find(
        ({ rule, place }) =>
          rule === "reference/not-a-source" && place.kind === "reference" && place.reference === reference,
      );
      if (source) router.push(`/desk/sources/${source.id}`);
      else if (raw) take(raw);
    },
    [view.references, findings, router, take],
  );
  const tools = useFixTools({
    articleId: view.article.id,
    references: view.references,
    facts: view.facts,
    editor,
    goTo,
    editSource,
    learnTarget: learn,
  });

  const onSelect = (what: Selected) => {
    setSelected(what);
    if (what.opened && what.kind !== "text") setPane("panel");
    if (what.kind === "thread" && what.opened) setTab("comments");
    if (what.kind !== "citation" && what.kind !== "placeholder") return;
    // Who only goes by with the cursor goes on writing: a finding in hand would take the keyboard.
    if (!what.opened) return;
    const finding = findings.find(({ place }) => isAt(place, what));
    if (!finding) setTab("sources");
    else if (finding !== current) take(finding);
  };

  const { panel, cite } = useCiting(
    useCallback(() => {
      setTab("sources");
      setPane("panel");
    }, []),
  );
  const nothingNew = view.obstacles.some((obstacle) => obstacle.kind === "nothing-new");
  const next = nextStep({
    state: view.article.state,
    blockers,
    openComments,
    unchanged: save.phase === "saved" && nothingNew,
    may: view.may,
  });
  useWorkspaceEntries({ articleId: view.article.id, document, step, cite, editor, setTab });
  useRefreshAfterSaving(save);
  const { style, locale, site } = view.citing;
  const drawn = useCitations(view.article.id, save.phase === "saved", JSON.stringify([style, locale, site]));
  const progress = useProgress(blockers, view.heldAtImport);

  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)_auto]">
      <WorkspaceHead
        view={view}
        title={document ? frontOf(document).title : view.article.title}
        document={document}
        editor={editor}
        step={next}
        people={people}
        beforeMove={() => editor.current?.saveNow()}
      />
      <Notices view={view} imported={imported} blockers={blockers} onBegin={() => step(1)} onClose={toText} />
      <main className="grid min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[13.5rem_minmax(0,1fr)_20rem] xl:grid-cols-[16.5rem_minmax(0,1fr)_23.25rem]">
        <h1 className="sr-only">{view.article.title || "Untitled"}</h1>
        <aside
          aria-label="Outline"
          className={`min-h-0 overflow-auto border-r border-rule px-4 py-5 ${pane === "outline" ? "block" : "hidden lg:block"}`}
        >
          <Outline
            parts={document ? outlineOf(document, view.references, findings, verified) : []}
            at={selected?.section ?? null}
            deleted={deleted}
            readOnly={!view.may.edit}
            onOpen={(id) => {
              editor.current?.focusSection(id);
              toText();
            }}
            onMove={(id, index) => editor.current?.moveSection(id, index)}
            onRename={(id, heading) => editor.current?.renameSection(id, heading)}
            onAdd={(after) => {
              editor.current?.addSection(after);
              toText();
            }}
            onDelete={(id) => editor.current?.deleteSection(id)}
            onRestore={(section) => editor.current?.restoreSection(section.json, section.index)}
          />
        </aside>
        <div className={`min-h-0 overflow-auto px-4 sm:px-6 ${pane === "text" ? "block" : "hidden lg:block"}`}>
          <Manuscript
            ref={editor}
            article={{ id: view.article.id, document: view.document, stepCount: view.article.stepCount }}
            person={view.person}
            transport={transport}
            bringPicture={bringPicture}
            references={view.references}
            marks={drawn.marks}
            findings={findings}
            current={current?.place ?? null}
            readOnly={!view.may.edit}
            onChange={(doc, state) => {
              setDocument(doc);
              setSave(state);
            }}
            onSelect={onSelect}
            onInsertCitation={cite}
            onBlocker={step}
            onMessage={(message) => {
              if (message.kind === "people") setPeople(message.people);
              const isBehind = message.kind === "begun" && message.version !== view.article.version;
              if (isBehind || message.kind === "article") router.refresh();
            }}
          />
        </div>
        <aside
          ref={panel}
          aria-label="Panel"
          className={`min-h-0 flex-col border-l border-rule bg-sheet ${pane === "panel" ? "flex" : "hidden lg:flex"}`}
        >
          <Panel
            view={view}
            findings={findings}
            current={current}
            progress={progress}
            citations={citations}
            drawn={drawn}
            selected={selected}
            editor={editor}
            tools={tools}
            tab={tab}
            onTab={setTab}
            sectionName={(finding) => sectionNameOf(finding, document, view.references)}
            onTake={take}
            onNext={() => step(1)}
            onLetGo={() => setSelected(null)}
            onCited={toText}
          />
        </aside>
      </main>
      <div>
        <PaneSwitch pane={pane} onChange={setPane} blockers={blockers} />
        <WorkspaceFoot
          save={save}
          version={view.article.version}
          here={people.length}
          words={document ? wordsIn(document) : 0}
          onRetry={() => editor.current?.saveNow()}
        />
      </div>
    </div>
  );
}

function initialDocument(json: unknown): Node | null {
  const read = readDocument(json);
  return read.ok ? read.value : null;
}

function isAt(place: Finding["place"], what: Selected): boolean {
  if (what.kind === "citation") return place.kind === "citation" && place.citation === what.citation;
  return what.kind === "placeholder" && place.kind === "placeholder" && place.placeholder === what.placeholder;
}
