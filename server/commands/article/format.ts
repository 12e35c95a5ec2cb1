import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail } from "@/domain/result";
import { draftCitations } from "@/server/baking/draft-citations";
import { command } from "@/server/commands/command";

/**
 * Formats a draft's citations in its style, for the desk to show: from what is kept where nothing of it changed. It changes
 * no text and no history; what it keeps is what publishing will look for.
 */
export const format = command({
  name: "article.format",
  input: z.strictObject({ articleId: ArticleId }),
  run: async (actor, { articleId }) => {
    if (!may("article.read", actor)) return fail({ kind: "forbidden" });
    const drawn = await draftCitations(articleId);
    return drawn ?? fail({ kind: "not-found" });
  },
});
