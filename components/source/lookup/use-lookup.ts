"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { type CommandResult, send } from "@/components/ui/send-command";
import { followUp, type Lookup } from "@/domain/source/candidates";
import type { ServiceId } from "@/domain/source/finding-settings";
import { afterAnswer, afterFailure, asking, type Entry, entryOf, type LookupState, nothingYet } from "./lookup-state";

type Answer = { lookups: Lookup[]; rest: unknown[] };

/** The hands of a look-up: begin with a text, turn to another thing that was pasted, ask one service again. */
export type LookupHands = {
  state: LookupState;
  start: (text: string) => void;
  turnTo: (index: number) => void;
  again: (service: ServiceId) => void;
};

type Change = (before: LookupState) => LookupState;
type Question = { text: string; services: readonly ServiceId[]; onAnswer?: (lookup: Lookup) => void };

/** Looks up what was pasted, each service by a question of its own, so that one that is slow keeps nobody else. */
export function useLookup(): LookupHands {
  const [state, change] = useReducer((before: LookupState, next: Change) => next(before), nothingYet);
  const turn = useRef(0);
  useEffect(() => {
    const latest = turn;
    return () => void latest.current++;
  }, []);

  const ask = useCallback((index: number, { text, services, onAnswer }: Question) => {
    const mine = turn.current;
    change((before) => asking(before, index, services));
    for (const service of services) {
      void send<Answer>("source.find", { text, services: [service] }).then((result) => {
        if (mine !== turn.current) return;
        const lookup = result.ok ? result.value.lookups[0] : undefined;
        if (!lookup) return change((before) => afterFailure(before, index, service, wordsOf(result)));
        change((before) => afterAnswer(before, index, service, lookup));
        onAnswer?.(lookup);
      });
    }
  }, []);

  /** All that fit; a DOI that comes to light is looked up in turn, once. */
  const askAll = useCallback(
    (index: number, { pasted, fitting }: Entry) => {
      let followed = false;
      const onAnswer = async ({ candidates }: Lookup) => {
        const next = followed ? null : followUp(pasted, candidates);
        if (!next) return;
        followed = true;
        const mine = turn.current;
        const fresh = (await plan(next.value)).filter((id) => !fitting.includes(id));
        if (mine === turn.current && fresh.length > 0) ask(index, { text: next.value, services: fresh });
      };
      ask(index, { text: pasted.text, services: fitting, onAnswer });
    },
    [ask],
  );

  const start = useCallback(
    (text: string) => {
      const mine = ++turn.current;
      change(() => ({ ...nothingYet, phase: "reading" }));
      void send<Answer>("source.find", { text, services: [] }).then((result) => {
        if (mine !== turn.current) return;
        if (!result.ok) return change(() => ({ ...nothingYet, phase: "refused", refusal: result.error.message }));
        const entries = result.value.lookups.map(entryOf);
        change(() => ({ ...nothingYet, phase: "open", entries, rest: result.value.rest.length }));
        const [first] = entries;
        if (first) askAll(0, first);
      });
    },
    [askAll],
  );

  const turnTo = (index: number) => {
    change((before) => ({ ...before, at: index }));
    const entry = state.entries[index];
    if (entry && entry.services.length === 0) askAll(index, entry);
  };
  const again = (service: ServiceId) => {
    const entry = state.entries[state.at];
    if (!entry) return;
    const text = entry.fitting.includes(service) ? entry.pasted.text : (entry.doi ?? entry.pasted.text);
    ask(state.at, { text, services: [service] });
  };
  return { state, start, turnTo, again };
}

/** Who could be asked about a text, without anybody being asked. */
async function plan(text: string): Promise<ServiceId[]> {
  const result = await send<Answer>("source.find", { text, services: [] });
  return result.ok ? (result.value.lookups[0]?.services ?? []) : [];
}

const wordsOf = (result: CommandResult<Answer>): string =>
  result.ok ? "Its answer could not be read." : result.error.message;
