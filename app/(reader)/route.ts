import { answerReader } from "@/server/queries/reader-answer";

export const dynamic = "force-dynamic";

/** The front page, from its baked bytes. */
export const GET = (request: Request): Promise<Response> => answerReader(request, "later");
export const HEAD = GET;
