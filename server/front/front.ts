import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { wantedForm } from "@/server/queries/accept";
import { answerReader, failed, onlyReading, pageAnswer, type ReaderAnswer } from "@/server/queries/reader-answer";
import { rememberedPage } from "@/server/queries/reader-page";
import { isOwnPath } from "./own-paths";
import { answerSearch, searchPath } from "./search";
import { answerSwiftly } from "./swift";
import { answerUnreadable } from "./unreadable";

/**
 * The one HTTP server of the product: readers' pages are answered here, from memory where it is sure of them, and
 * everything of the desk is handed to `desk`. A reader's request never reaches the desk's code.
 */
export function makeFront(desk: RequestListener): Server {
  const front = createServer({ keepAliveTimeout: 65_000, headersTimeout: 15_000 }, (request, response) => {
    const target = request.url ?? "/";
    if (isOwnPath(target)) desk(request, response);
    else answerFrom(request, response, target);
  });
  // Readers who are slow to say what they want are let go, and no more headers are read than a browser sends.
  front.maxHeadersCount = 100;
  // Whoever takes no byte of an answer for this long is let go too; streams of the desk say something every 15 seconds.
  front.timeout = 90_000;
  front.on("clientError", answerUnreadable);
  answerSwiftly(front, ({ target, ...asked }) => {
    const kept = isOwnPath(target) || wantedForm(asked.accept) ? null : rememberedPage(pathOf(target), Date.now());
    return kept && pageAnswer(asked, kept, "packed");
  });
  return front;
}

function answerFrom(request: IncomingMessage, response: ServerResponse, target: string): void {
  const { method = "GET" } = request;
  if (method !== "GET" && method !== "HEAD") {
    send(response, onlyReading());
    return;
  }
  const pathname = pathOf(target);
  if (pathname === searchPath) {
    answerSearch(method, target).then(
      (answer) => send(response, answer),
      () => send(response, failed()),
    );
    return;
  }
  const asked = {
    method,
    pathname,
    acceptEncoding: request.headers["accept-encoding"] ?? null,
    ifNoneMatch: request.headers["if-none-match"] ?? null,
    accept: request.headers.accept ?? null,
    acceptDatetime: oneOf(request.headers["accept-datetime"]),
  };
  // What is kept under exactly these letters needs no decoding: pages are stored under their one canonical path.
  const kept = wantedForm(asked.accept) ? null : rememberedPage(pathname, Date.now());
  if (kept) send(response, pageAnswer(asked, kept, "packed"));
  else
    answerReader(asked, "packed").then(
      (answer) => send(response, answer),
      () => send(response, failed()),
    );
}

const oneOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null;

const pathOf = (target: string): string => {
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
};

function send(response: ServerResponse, { status, headers, body }: ReaderAnswer): void {
  response.writeHead(status, headers as string[]);
  if (body) response.end(body);
  else response.end();
}
