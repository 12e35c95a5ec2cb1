import { answer } from "./_answer/answer";

export const dynamic = "force-dynamic";

/** The front page, from its baked bytes. */
export const GET = answer;
export const HEAD = answer;
