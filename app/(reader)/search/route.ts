import { answerSearch } from "@/server/front/search";

export const dynamic = "force-dynamic";

/** The readers' search through Next. Where the front runs, it answers before Next is asked. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { status, headers, body } = await answerSearch(request.method, pathname + search);
  const pairs = headers.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, headers[at + 1] ?? ""]] : [],
  );
  return new Response(body, { status, headers: pairs });
}
export const HEAD = GET;
