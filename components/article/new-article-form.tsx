"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { useCommand } from "@/components/ui/use-command";

/** Begins an article from nothing but its title. */
export function NewArticleForm() {
  const router = useRouter();
  const command = useCommand<{ articleId: string }>("article.create");
  const [title, setTitle] = useState("");
  return (
    <form
      className="flex items-start gap-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const result = await command.run({ title });
        if (result.ok) router.push(`/desk/articles/${result.value.articleId}`);
      }}
    >
      <div className="min-w-40 flex-1">
        <TextField label="Title" value={title} onChange={setTitle} error={command.error?.message} />
      </div>
      <div className="pt-[27px]">
        <Button type="submit" isDisabled={command.pending}>
          {command.pending ? "Starting…" : "Start writing"}
        </Button>
      </div>
    </form>
  );
}
