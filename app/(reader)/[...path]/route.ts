import { answerReader } from "@/server/queries/reader-answer";

export const dynamic = "force-dynamic";

/** Every public page, from its baked bytes; what has none gets the 404 page. */
export const GET = (request: Request): Promise<Response> => answerReader(request, "later");
export const HEAD = GET;
