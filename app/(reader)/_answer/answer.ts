import { answerPath } from "@/server/front/missing";

/** A reader's request answered through Next, which compresses on the way. Where the front runs, it answers before Next is asked. */
export async function answer(request: Request): Promise<Response> {
  const asked = {
    method: request.method,
    pathname: new URL(request.url).pathname,
    acceptEncoding: request.headers.get("accept-encoding"),
    ifNoneMatch: request.headers.get("if-none-match"),
    accept: request.headers.get("accept"),
    acceptDatetime: request.headers.get("accept-datetime"),
  };
  const { status, headers, body } = await answerPath(asked, "later");
  const pairs = headers.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, headers[at + 1] ?? ""]] : [],
  );
  return new Response(body, { status, headers: pairs });
}
