"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";
import { WordsDialog } from "@/components/ui/words-dialog";
import type { ArticleId } from "@/domain/ids";

/** Keeps the draft as it stands under a few words, to come back to. */
export function KeepRevision({ articleId }: { articleId: ArticleId }) {
  const router = useRouter();
  const command = useCommand("article.checkpoint");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small onPress={() => setAsking(true)}>
        Keep this draft…
      </Button>
      <WordsDialog
        title="Keep the draft as it stands"
        explanation="It comes to stand among the revisions, to compare with and to go back to."
        label="What is it, in a few words?"
        action="Keep it"
        required={false}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onDone={async (note) => {
          const result = await command.run({ articleId, note });
          router.refresh();
          return result.ok ? null : result.error.message;
        }}
      />
    </>
  );
}
