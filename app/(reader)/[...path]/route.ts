import { answer } from "@/app/(reader)/_answer/answer";

export const dynamic = "force-dynamic";

/** Every public page, from its baked bytes; what has none gets the 404 page. */
export const GET = answer;
export const HEAD = answer;
