import { getVersion, sendableSteps } from "prosemirror-collab";
import type { EditorState, Transaction } from "prosemirror-state";
import type { Step } from "prosemirror-transform";
import type { Batch, SaveAnswer, StepJson, Steps, Transport } from "@/components/editor/transport";
import { wordsOf } from "./attempt";
import { firstBatch } from "./batches";
import { type SaveEvent, type SaveState, next, savedState } from "./machine";
import { readSteps, receiving, unseen } from "./receive";

/** The editor as saving sees it. */
export type Desk = { state: () => EditorState; dispatch: (transaction: Transaction) => void };

export type SaverOptions = {
  articleId: string;
  clientId: string;
  transport: Transport;
  desk: Desk;
  /** Keeps what is unsaved in the browser; false where it could not. */
  keep: (stepCount: number, steps: readonly StepJson[]) => boolean;
  onState: (state: SaveState) => void;
  /** Words of unsaved steps that found no place any more, because somebody deleted the text around them. */
  onLost: (words: string[]) => void;
  /** Asks for the steps after the editor's version again, after a gap in the stream. */
  resubscribe: () => void;
};

export type Saver = ReturnType<typeof createSaver>;

/** Waits in milliseconds: after the last key, at most since the first, for an answer, and between tries when nobody answers. */
export const waits = { pause: 800, longest: 5000, answer: 20_000, firstRetry: 1000, lastRetry: 15_000 };

/**
 * Sends an editor's steps to the authority: one batch in flight, within a second of a pause. A batch that is behind is
 * rebased and sent again; one that nobody answered stays and is tried again until somebody does.
 */
export function createSaver(options: SaverOptions) {
  const { articleId, clientId, desk, transport } = options;
  let told: SaveState = savedState;
  let inFlight = false;
  let stopped = false;
  let retryAfter = waits.firstRetry;
  let held: Steps[] = [];
  /** The document as the authority has it, without what is unsaved here. */
  let truth = desk.state().doc;
  const timers = {
    pause: clock(() => void send()),
    longest: clock(() => void send()),
    retry: clock(() => void send()),
    keep: clock(() => void keepNow(sendableSteps(desk.state())?.steps ?? [])),
  };

  function edited(): void {
    tell("edited");
    if (told.phase === "offline") return;
    timers.pause.restart(waits.pause);
    timers.longest.start(waits.longest);
  }

  async function send(): Promise<void> {
    if (inFlight) return;
    for (const timer of [timers.pause, timers.longest, timers.retry]) timer.stop();
    const batch = nextBatch();
    if (!batch) return tell("saved");
    inFlight = true;
    tell("due");
    const answer = await answered(transport, batch);
    inFlight = false;
    take(batch, answer);
    const waiting = held;
    held = [];
    for (const steps of waiting) receive(steps);
  }

  function take(batch: Batch, answer: SaveAnswer): void {
    if (answer.kind === "offline") return again();
    retryAfter = waits.firstRetry;
    if (answer.kind === "refused") return tell("refused", answer.why);
    if (answer.kind === "behind") {
      tell("behind");
      receive(answer);
      tell("caughtUp");
    } else confirm(batch);
    if (!sendableSteps(desk.state())) return tell("saved");
    tell("partlySaved");
    timers.pause.start(answer.kind === "behind" ? Math.random() * 60 : 0);
  }

  /** Marks a batch as saved, unless the stream was quicker and brought it back already. */
  function confirm({ steps, stepCount }: Batch): void {
    if (getVersion(desk.state()) !== stepCount) return;
    apply({ steps, clientIds: steps.map(() => clientId), stepCount: stepCount + steps.length });
  }

  function receive(message: Steps): void {
    const fresh = unseen(message, getVersion(desk.state()));
    if (fresh === null) {
      if (inFlight) held.push(message);
      else options.resubscribe();
      return;
    }
    if (fresh.steps.length > 0) apply(fresh);
    if (!inFlight && !sendableSteps(desk.state())) tell("saved");
    else tell();
  }

  function apply(steps: Steps): void {
    const { transaction, lost } = receiving(desk.state(), steps, clientId, truth);
    for (const step of readSteps(steps.steps)) truth = step.apply(truth).doc ?? truth;
    desk.dispatch(transaction);
    // Two people may have put the same section in two places; now that both are here, its id is made one again.
    if (sendableSteps(desk.state())) desk.dispatch(desk.state().tr.setMeta("settled", true));
    const words = lost.map(wordsOf).filter(Boolean);
    if (words.length > 0) options.onLost(words);
  }

  function again(): void {
    tell("offline");
    if (!stopped) timers.retry.start(retryAfter);
    retryAfter = Math.min(retryAfter * 2, waits.lastRetry);
  }

  function nextBatch(): Batch | null {
    const sendable = sendableSteps(desk.state());
    if (!sendable) return null;
    const steps = firstBatch(sendable.steps, truth);
    return { articleId, stepCount: sendable.version, steps, clientId };
  }

  function tell(event?: SaveEvent, why: string | null = null): void {
    const sendable = sendableSteps(desk.state());
    const steps = sendable?.steps ?? [];
    const kept = keep(steps);
    const phase = event ? next(told.phase, event) : told.phase;
    told = { phase, unsaved: steps.length, why: phase === "refused" ? (why ?? told.why) : null, kept };
    options.onState(told);
  }

  /** Writing many steps at every key would slow the typing, so a long list is kept twice a second instead. */
  function keep(steps: readonly Step[]): boolean {
    if (steps.length < 200 || told.unsaved < 200) return keepNow(steps);
    timers.keep.start(500);
    return told.kept;
  }

  function keepNow(steps: readonly Step[]): boolean {
    return options.keep(
      getVersion(desk.state()),
      steps.map((step): StepJson => step.toJSON()),
    );
  }

  return {
    edited,
    receive,
    /** Tries at once: the network is back, or a person asks for it. */
    retry: () => {
      retryAfter = waits.firstRetry;
      return send();
    },
    state: () => told,
    /** Writes down at once what is unsaved: the page may be about to go. */
    keepNow: () => keepNow(sendableSteps(desk.state())?.steps ?? []),
    /** Sends what is left and ends; what gets no answer stays kept in the browser. */
    stop: async () => {
      stopped = true;
      keepNow(sendableSteps(desk.state())?.steps ?? []);
      await send();
      for (const timer of Object.values(timers)) timer.stop();
    },
  };
}

async function answered(transport: Transport, batch: Batch): Promise<SaveAnswer> {
  const late = new Promise<SaveAnswer>((answer) => setTimeout(() => answer({ kind: "offline" }), waits.answer));
  // A transport that throws has not told us anything, which is what offline means.
  return Promise.race([transport.save(batch).catch((): SaveAnswer => ({ kind: "offline" })), late]);
}

function clock(ring: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const start = (after: number) => {
    timer ??= setTimeout(() => {
      timer = null;
      ring();
    }, after);
  };
  return {
    stop,
    start,
    restart: (after: number) => {
      stop();
      start(after);
    },
  };
}
