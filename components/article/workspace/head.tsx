"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { Node } from "prosemirror-model";
import { type RefObject, useState } from "react";
import { ProgressSteps } from "@/components/article/progress-steps";
import { stateWords } from "@/components/article/state-words";
import type { ManuscriptHandle } from "@/components/editor/handle";
import type { Person } from "@/components/editor/transport";
import { PublishDialog } from "@/components/publishing/publish-dialog";
import { Button } from "@/components/ui/button";
import { Face } from "@/components/ui/face";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { Seal } from "@/components/ui/seal";
import { send } from "@/components/ui/send-command";
import { ArticleDialogs, type ArticleQuestion, articleQuestions } from "./article-dialogs";
import type { NextStep } from "./next-step";
import { type Told, ToldBar } from "./told";
import type { WorkspaceView } from "./view";
import { WordsMoves, wordsQuestions } from "./words-moves";

type Props = {
  view: WorkspaceView;
  title: string;
  document: Node | null;
  editor: RefObject<ManuscriptHandle | null>;
  step: NextStep;
  people: readonly Person[];
  beforeMove: () => void;
};
type Asking = "publish" | (typeof wordsQuestions)[number] | ArticleQuestion | null;

/** The workspace's head: where the draft stands, who is here, and the one next step, with the rarer moves behind a menu. */
export function WorkspaceHead({ view, title, document, editor, step, people, beforeMove }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<Asking>(null);
  const { article, may, editions } = view;
  const unchanged = view.obstacles.some((obstacle) => obstacle.kind === "nothing-new");
  const [told, setTold] = useState<Told | null>(null);
  const close = () => setAsking(null);
  const move = async (name: string, words: object, done: string) => {
    const result = await send(name, { articleId: article.id, ...words });
    if (result.ok) setTold({ done: true, words: done });
    router.refresh();
    return result.ok ? null : result.error.message;
  };
  /** A move that asks for no words has no dialog to say what was wrong. */
  const take = async (name: string, done: string) => {
    const wrong = await move(name, {}, done);
    if (wrong) setTold({ done: false, words: wrong });
  };
  const go = () => {
    beforeMove();
    setTold(null);
    if (step.kind === "review") router.push(`/desk/articles/${article.id}/review`);
    else if (step.kind !== "wait") setAsking(step.kind);
  };

  return (
    <div>
      <header className="flex h-14 items-center gap-3 border-b border-rule bg-sheet px-3 sm:gap-4 sm:px-5">
        <Link href="/desk" aria-label="All articles" className="-m-2 shrink-0 p-2">
          <Seal />
        </Link>
        <p className="mr-auto min-w-0 text-ink-soft md:mr-0">
          <span className="block truncate">
            <span className="hidden lg:inline">Articles / </span>
            <b className="font-semibold text-ink">
              <bdi>{title || "Untitled"}</bdi>
            </b>
          </span>
          <span className="block text-[12px] leading-4 md:hidden">
            {unchanged && article.state === "writing"
              ? `Edition ${editions.length} published`
              : stateWords[article.state].label}
          </span>
        </p>
        <div className="mx-auto hidden md:block">
          <ProgressSteps state={article.state} editions={editions.length} unchanged={unchanged} />
        </div>
        <span className="hidden sm:flex sm:-space-x-1.5">
          {people.map((person) => (
            <Face key={person.id} name={person.name} />
          ))}
        </span>
        <Button
          emphasis="primary"
          isDisabled={step.blocked !== null}
          onPress={go}
          aria-label={step.blocked ? `${step.label}: ${step.blocked}` : step.label}
        >
          <span className="sm:hidden">{step.label.split(" · ")[0]}</span>
          <span className="hidden sm:inline">{step.label}</span>
        </Button>
        <Menu
          label="More"
          trigger={
            <Button emphasis="quiet" small aria-label="More">
              <Ellipsis size={18} aria-hidden />
            </Button>
          }
          entries={entriesOf(view)}
          onAction={(id) => {
            if (id === "review" || id === "history") router.push(`/desk/articles/${article.id}/${id}`);
            else if (id === "page") location.assign(editions.find(({ live }) => live)?.path ?? "/");
            else if (id === "withdraw") void take("review.withdraw", "It is back from review.");
            else if (id === "unschedule") void take("publishing.unschedule", "It is off the schedule.");
            else setAsking(questions.find((one) => one === id) ?? null);
          }}
        />
        <WordsMoves {...{ asking, move }} onClose={close} />
        <ArticleDialogs {...{ asking, view, document, editor }} onClose={close} />
        {asking === "publish" ? (
          <PublishDialog
            articleId={article.id}
            digest={article.digest}
            live={editions.length > 0}
            maySchedule={may.schedule && article.state === "approved"}
            isOpen
            onClose={close}
            onDone={({ number, slug }) => {
              close();
              if (number)
                setTold({ done: true, words: `Edition ${number} is published.`, href: `/${slug ?? article.slug}` });
              router.refresh();
            }}
          />
        ) : null}
      </header>
      <ToldBar told={asking === null ? told : null} onClose={() => setTold(null)} />
    </div>
  );
}

function entriesOf({ article, may, editions, topics, languages }: WorkspaceView): MenuEntry[] {
  return [
    { id: "review", label: "What changed", hint: "as the reviewers see it" },
    { id: "history", label: "History" },
    ...(may.edit ? [{ id: "topics", label: "Topics…", hint: topicsHint(topics) }] : []),
    { id: "languages", label: "Languages…", hint: languagesHint(languages) },
    ...(may.edit ? [{ id: "claim", label: "Claim under review…" }] : []),
    ...(may.edit && !article.withdrawn ? [{ id: "address", label: "Address…", hint: `/${article.slug}` }] : []),
    ...(editions.length > 0 && !article.withdrawn ? [{ id: "page", label: "See the published page" }] : []),
    ...(may.withdraw ? [{ id: "withdraw", label: "Take it back from review" }] : []),
    ...(may.unschedule ? [{ id: "unschedule", label: "Take it off the schedule" }] : []),
    ...(may.retract ? [{ id: "retract", label: "Retract…", danger: true }] : []),
    ...(may.withdrawByLaw ? [{ id: "withdraw-by-law", label: "Withdraw by law…", danger: true }] : []),
  ];
}

const topicsHint = (topics: WorkspaceView["topics"]): string =>
  topics.flatMap(({ name, chosen }) => (chosen ? [name] : [])).join(", ") || "none yet";

const languagesHint = ({ of, others }: WorkspaceView["languages"]): string =>
  of ? `a translation of ${of.title}` : others.length === 0 ? "in no other" : `in ${others.length} more`;

const questions = [...wordsQuestions, ...articleQuestions];
