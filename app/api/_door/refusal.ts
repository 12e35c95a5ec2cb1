import type { Refusal } from "@/server/commands/command";

/** What a kind of refusal is in HTTP (RFC 9110), and the sentence for people where the command gives none. */
const shared: Record<string, { status: number; message: string }> = {
  "bad-request": { status: 400, message: "The request could not be read." },
  "signed-out": { status: 401, message: "Please sign in again." },
  "cross-site": { status: 403, message: "This request did not come from the desk itself." },
  forbidden: { status: 403, message: "You may not do this." },
  "not-found": { status: 404, message: "It is not there, or not for you to see." },
  "method-not-allowed": { status: 405, message: "Commands are sent with POST." },
  stale: { status: 409, message: "Somebody changed it in the meantime. Look again, then decide." },
  "wrong-state": { status: 409, message: "It is not in a state that allows this." },
  blocked: { status: 409, message: "Something still stands in the way." },
  busy: { status: 409, message: "Others are changing the same thing at this moment. Try again." },
  "too-large": { status: 413, message: "That is more than can be taken in at once." },
  "not-json": { status: 415, message: "Send JSON, with the content type application/json." },
  invalid: { status: 422, message: "Something in it is not as it should be." },
  limited: { status: 429, message: "Too many attempts. Wait a little, then try again." },
  failed: { status: 500, message: "Something went wrong on our side." },
};

/** A refusal as an HTTP answer; a kind of a command's own is a conflict. */
export function refuse(refusal: Refusal): Response {
  const known = shared[refusal.kind];
  const error = { ...refusal, message: refusal.message ?? known?.message ?? "It was refused." };
  return answer(known?.status ?? 409, { ok: false, error });
}

/** A JSON answer that nobody keeps and no browser takes for anything else. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, {
    status,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers },
  });
}
