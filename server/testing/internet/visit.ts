import { makeGuardedFetch } from "@/server/http/make-guarded-fetch";
import { testGround } from "@/server/http/test-internet";

/** Visits an address of the fake internet that runs in another process, as a journey in the browser does to change a site. */
export async function visit(url: string): Promise<{ status: number; text: string }> {
  const port = Number(process.env["IMPRIMATUR_TEST_INTERNET"]?.split(":")[1]);
  const fetch = makeGuardedFetch({ ...testGround({ port }), ports: new Set([80, 443]), agent: "A journey" });
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.error.reason}`);
  return { status: answer.value.status, text: new TextDecoder().decode(answer.value.body) };
}
