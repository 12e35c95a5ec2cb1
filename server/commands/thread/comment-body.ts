import { z } from "zod";

/** What a person says in a conversation: plain text. */
export const CommentBody = z.string().trim().min(1).max(10_000);
