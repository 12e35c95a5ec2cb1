import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { onlySecurely } from "@/server/queries/bearing";
import { failed, onlyReading, type ReaderAnswer } from "@/server/queries/reader-answer";
import { answerTarget } from "./answer";
import { isOwnPath } from "./own-paths";
import { answerUnreadable } from "./unreadable";

/**
 * The HTTP server behind the readers' threads: it has what they do not answer by heart. Paths of the desk are handed to
 * `desk`; readers' requests are answered here too, and never reach the desk's code.
 */
export function makeFront(desk: RequestListener): Server {
  const front = createServer({ keepAliveTimeout: 65_000, headersTimeout: 15_000 }, (request, response) => {
    const target = request.url ?? "/";
    if (hasTwoHosts(request)) answerUnreadable({}, request.socket);
    else if (isOwnPath(target)) {
      const [name, value] = onlySecurely();
      if (name && value) response.setHeader(name, value);
      desk(request, response);
    } else answerFrom(request, response, target);
  });
  // Readers who are slow to say what they want are let go, and no more headers are read than a browser sends.
  front.maxHeadersCount = 100;
  // Whoever takes no byte of an answer for this long is let go too; streams of the desk say something every 15 seconds.
  front.timeout = 90_000;
  front.on("clientError", answerUnreadable);
  return front;
}

function answerFrom({ method = "GET", headers }: IncomingMessage, response: ServerResponse, target: string): void {
  if (method !== "GET" && method !== "HEAD") {
    send(response, onlyReading());
    return;
  }
  const asked = {
    method,
    target,
    acceptEncoding: headers["accept-encoding"] ?? null,
    ifNoneMatch: headers["if-none-match"] ?? null,
    accept: headers.accept ?? null,
    acceptDatetime: oneOf(headers["accept-datetime"]),
  };
  Promise.resolve(answerTarget(asked)).then(
    (answer) => send(response, answer),
    () => send(response, failed()),
  );
}

/** Node takes the first of two hosts; who stands before us may have taken the other (RFC 9112, 3.2). */
const hasTwoHosts = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length > 1;

const oneOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null;

function send(response: ServerResponse, { status, headers, body }: ReaderAnswer): void {
  response.writeHead(status, headers as string[]);
  if (body) response.end(body);
  else response.end();
}
