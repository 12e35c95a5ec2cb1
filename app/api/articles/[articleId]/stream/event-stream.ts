/** A reader that lets so many messages wait is not there any more. */
const mostWaiting = 2_000;
const beatEvery = 15_000;

/**
 * An answer of server-sent events that stays open until the browser goes or `isWelcome`, which is asked at every beat,
 * says that whoever reads may read no longer. A beat is a comment, so that nothing between closes an idle connection.
 */
export function openEventStream(gone: AbortSignal, isWelcome: () => Promise<boolean>) {
  const encoder = new TextEncoder();
  const endings: (() => void)[] = [];
  let ended = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const beat = setInterval(async () => {
    const welcome = await isWelcome().catch(() => false);
    if (welcome) write(": here\n\n");
    else end();
  }, beatEvery);

  function write(text: string): void {
    if (ended || !controller) return;
    if ((controller.desiredSize ?? 0) < -mostWaiting) return end();
    controller.enqueue(encoder.encode(text));
  }

  function end(): void {
    if (ended) return;
    ended = true;
    clearInterval(beat);
    for (const ending of endings) ending();
    try {
      controller?.close();
    } catch {
      // The browser closed it first.
    }
  }

  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
      write("retry: 2000\n\n");
    },
    cancel: end,
  });
  gone.addEventListener("abort", end);
  if (gone.aborted) end();
  return {
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // Without "no-transform" a compressing server would hold messages back until it has enough of them.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
      },
    }),
    send: (kind: string, data: unknown) => write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`),
    end,
    /** What is done when the stream ends, or now when it has. */
    onEnd: (ending: () => void) => {
      if (ended) ending();
      else endings.push(ending);
    },
  };
}
