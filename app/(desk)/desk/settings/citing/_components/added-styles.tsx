"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

type Props = { added: readonly { id: string; title: string; articles: number }[] };

/** The styles that were added, each with who uses it, and the way to add one more. */
export function AddedStyles({ added }: Props) {
  const router = useRouter();
  const add = useCommand<{ title: string }>("style.add");
  const remove = useCommand("style.remove");
  const [done, setDone] = useState<string | null>(null);
  const upload = async (file: File) => {
    setDone(null);
    remove.dismiss();
    const result = await add.run({ xml: await file.text() });
    if (!result.ok) return;
    setDone(`“${result.value.title}” was tried and can be chosen now.`);
    router.refresh();
  };
  return (
    <SettingsSection
      id="added"
      title="Styles of your own"
      lead="A file of the Citation Style Language, version 1.0 (.csl). It is checked and tried out before it can be chosen."
    >
      <ul className={`divide-y divide-rule border-rule ${added.length > 0 ? "mb-4 border-y" : ""}`}>
        {added.map(({ id, title, articles }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {title} <span className="text-[12.5px] text-ink-faint">{usedBy(articles)}</span>
            </span>
            <Button
              emphasis="quiet"
              small
              isDisabled={remove.pending}
              onPress={async () => {
                setDone(null);
                add.dismiss();
                if ((await remove.run({ style: id })).ok) router.refresh();
              }}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <FileTrigger
        acceptedFileTypes={[".csl", ".xml", "application/vnd.citationstyles.style+xml"]}
        onSelect={(files) => files?.[0] && void upload(files[0])}
      >
        <Button isDisabled={add.pending}>{add.pending ? "Trying it…" : "Add a style…"}</Button>
      </FileTrigger>
      <div className="mt-3 grid gap-2" aria-live="polite">
        {add.error ? <Notice tone="blocker">{add.error.message}</Notice> : null}
        {remove.error ? <Notice tone="blocker">{remove.error.message}</Notice> : null}
        {done ? <Notice tone="ok">{done}</Notice> : null}
      </div>
    </SettingsSection>
  );
}

const usedBy = (articles: number): string =>
  articles === 0 ? "used by no draft" : articles === 1 ? "used by one article" : `used by ${articles} articles`;
