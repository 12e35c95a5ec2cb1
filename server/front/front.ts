import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { answerReader, pageAnswer, type ReaderAnswer } from "@/server/queries/reader-answer";
import { rememberedPage } from "@/server/queries/reader-page";
import { isOwnPath } from "./own-paths";
import { answerSearch, searchPath } from "./search";
import { answerSwiftly } from "./swift";

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
  answerSwiftly(front, ({ target, ...asked }) => {
    const kept = isOwnPath(target) ? null : rememberedPage(pathOf(target), Date.now());
    return kept && pageAnswer(asked, kept, "packed");
  });
  return front;
}

function answerFrom(request: IncomingMessage, response: ServerResponse, target: string): void {
  const { method = "GET" } = request;
  if (method !== "GET" && method !== "HEAD") {
    send(response, onlyReading);
    return;
  }
  const pathname = pathOf(target);
  if (pathname === searchPath) {
    answerSearch(method, target).then(
      (answer) => send(response, answer),
      () => send(response, failed),
    );
    return;
  }
  const asked = {
    method,
    pathname,
    acceptEncoding: request.headers["accept-encoding"] ?? null,
    ifNoneMatch: request.headers["if-none-match"] ?? null,
  };
  // What is kept under exactly these letters needs no decoding: pages are stored under their one canonical path.
  const kept = rememberedPage(pathname, Date.now());
  if (kept) send(response, pageAnswer(asked, kept, "packed"));
  else
    answerReader(asked, "packed").then(
      (answer) => send(response, answer),
      () => send(response, failed),
    );
}

const pathOf = (target: string): string => {
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
};

function send(response: ServerResponse, { status, headers, body }: ReaderAnswer): void {
  response.writeHead(status, headers as string[]);
  if (body) response.end(body);
  else response.end();
}

const empty = ["content-length", "0", "cache-control", "no-store"];
const onlyReading: ReaderAnswer = { status: 405, headers: ["allow", "GET, HEAD", ...empty], body: null };
const failed: ReaderAnswer = { status: 500, headers: empty, body: null };
