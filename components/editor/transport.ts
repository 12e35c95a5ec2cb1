/** Steps as JSON, as prosemirror-transform's `Step.toJSON` makes them. */
export type StepJson = Readonly<Record<string, unknown>>;

/** Steps that others (or this editor itself) made, with the client that made each; `stepCount` counts the article's steps after them. */
export type Steps = { steps: readonly StepJson[]; clientIds: readonly string[]; stepCount: number };

/** A batch of steps made on the version `stepCount` of an article. */
export type Batch = { articleId: string; stepCount: number; steps: readonly StepJson[]; clientId: string };

/** What became of a batch. `refused` is final for these words; `offline` means that nobody answered. */
export type SaveAnswer =
  | { kind: "saved"; stepCount: number }
  | ({ kind: "behind" } & Steps)
  | { kind: "refused"; why: string }
  | { kind: "offline" };

export type Person = { id: string; name: string };

/**
 * What the stream of an article tells. `begun` is the version from which it tells of changes: a screen of another one
 * is behind. `article` says that something other than the text changed.
 */
export type Message =
  | ({ kind: "steps" } & Steps)
  | { kind: "people"; people: readonly Person[] }
  | { kind: "begun"; version: number }
  | { kind: "article"; version: number }
  | { kind: "online" }
  | { kind: "offline" };

/**
 * The way from the editor to the article's truth. `save` answers with the missing steps (`behind`) where the version has
 * moved and writes nothing then; `subscribe` first sends the steps after `stepCount`, then each batch as it comes.
 */
export type Transport = {
  save: (batch: Batch) => Promise<SaveAnswer>;
  subscribe: (articleId: string, stepCount: number, onMessage: (message: Message) => void) => () => void;
};
