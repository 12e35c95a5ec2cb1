import type { Message, Transport } from "./transport";

/** A subscription to an article's stream that can be opened again from the version that the editor has by then. */
export function subscribe(
  transport: Transport,
  articleId: string,
  version: () => number,
  hear: (message: Message) => void,
) {
  let unsubscribe = transport.subscribe(articleId, version(), hear);
  let waiting: ReturnType<typeof setTimeout> | null = null;
  return {
    again: () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        unsubscribe();
        unsubscribe = transport.subscribe(articleId, version(), hear);
      }, 250);
    },
    end: () => {
      if (waiting) clearTimeout(waiting);
      unsubscribe();
    },
  };
}
