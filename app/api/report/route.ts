import { createHmac } from "node:crypto";
import { readBody } from "@/app/api/_door/read-body";
import { isSameOrigin } from "@/app/api/_door/same-origin";
import { systemActor } from "@/domain/access/policy";
import { send } from "@/server/commands/report/send";
import { confirmPage, saidPage } from "./_answer/pages";
import { readReport } from "./_answer/read-report";
import { reportSecret, tokenFor, tokenFault } from "./_answer/token";

const largest = 16 * 1024;

/**
 * Where a reader's report arrives, as a plain form. The first time the words are shown once more with a token of that
 * moment; sent again with it, some seconds later, they go to the desk. It reads nothing of what is stored.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await take(request);
  } catch (error) {
    console.error("A reader's report could not be taken:", error);
    return saidPage(500, "That went wrong on our side", "Your words were not kept. Please try again in a minute.");
  }
}

async function take(request: Request): Promise<Response> {
  if (!isSameOrigin(request))
    return saidPage(403, "That form is not from here", "Please open the form on the article’s page and try again.");
  const body = await readBody(request, largest);
  if (!body.ok)
    return saidPage(body.error.kind === "too-large" ? 413 : 400, "That could not be read", body.error.message);
  const read = readReport(body.value);
  if (!read.ok) return saidPage(422, "It cannot be taken like this", read.error);
  const report = read.value;
  if (report.token === null) return confirmPage(report, tokenFor(report, Date.now()), null);
  const fault = tokenFault(report, report.token, Date.now());
  if (fault) return confirmPage(report, tokenFor(report, Date.now()), fault);

  const { articleId, edition, reference, words } = report;
  const result = await send.run(systemActor, { articleId, edition, reference, words, address: senderOf(request) });
  if (result.ok)
    return saidPage(200, "Thank you", "Your words are with the people who are responsible for the article.");
  if (result.error.kind === "not-found")
    return saidPage(404, "That article is not here", "Please open the form on the article’s page and try again.");
  const message = "message" in result.error ? String(result.error.message) : "It could not be taken.";
  return saidPage(result.error.kind === "limited" ? 429 : 409, "Not now", message);
}

/** Where it comes from, as the nearest server in front of us saw it, and unreadable: it is only counted. */
function senderOf(request: Request): string {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  return createHmac("sha256", reportSecret()).update(`address ${address}`).digest("base64url");
}

const onlyPost = (): Response =>
  new Response(null, { status: 405, headers: { allow: "POST", "cache-control": "no-store" } });

export { onlyPost as GET, onlyPost as PUT, onlyPost as PATCH, onlyPost as DELETE };
