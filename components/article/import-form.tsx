"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { type Bibliography, BibliographyField } from "@/components/article/bibliography-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

const accepted = [".txt", ".md", ".markdown", ".bib", ".json", "text/plain", "text/markdown"];
const largest = 5 * 1024 * 1024;

/**
 * Takes a draft as it comes: pasted, dropped or chosen from a file, a paper together with its bibliography; what they
 * hold is found out on the server.
 */
export function ImportForm() {
  const router = useRouter();
  const command = useCommand<{ articleId: string }>("draft.import");
  const [text, setText] = useState("");
  const [name, setName] = useState<string | null>(null);
  const [bibliographies, setBibliographies] = useState<readonly Bibliography[]>([]);
  const [pasted, setPasted] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  const take = async (file: File) => {
    setProblem(null);
    if (file.size > largest) return setProblem(`“${file.name}” is larger than 5 MB, the most that is read.`);
    try {
      const read = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
      if (isBibliography(file.name)) {
        setBibliographies((known) => [
          ...known.filter((one) => one.name !== file.name),
          { name: file.name, text: read },
        ]);
        return;
      }
      setText(read);
      setName(file.name);
      area.current?.focus();
    } catch {
      setProblem(`“${file.name}” is not UTF-8 text. Save it as plain text or Markdown and try again.`);
    }
  };
  const go = async () => {
    const all = [...bibliographies, ...(pasted.trim() ? [{ name: "pasted.bib", text: pasted }] : [])];
    const result = await command.run({ name, text, bibliographies: all });
    if (result.ok) router.push(`/desk/articles/${result.value.articleId}?imported`);
  };
  const wrong = problem ?? command.error?.message;

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <DropZone
        getDropOperation={() => "copy"}
        onDrop={async (event) => {
          for (const item of event.items) if (item.kind === "file") await take(await item.getFile());
        }}
        className="rounded-xl border border-rule-strong bg-sheet transition-shadow focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-wash data-drop-target:border-accent data-drop-target:bg-accent-wash"
      >
        <textarea
          ref={area}
          aria-label="The draft"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          placeholder="Paste the draft here, sources and all: plain text or Markdown, from a chat assistant, a word processor or another system. Or drop a file, a paper with its .bib."
          rows={16}
          className="block w-full resize-y rounded-xl bg-transparent p-5 font-serif text-[17px] leading-[1.6] outline-none placeholder:text-ink-faint"
        />
      </DropZone>
      <BibliographyField
        files={bibliographies}
        pasted={pasted}
        onPaste={setPasted}
        onRemove={(file) => setBibliographies((known) => known.filter((one) => one.name !== file))}
      />
      {wrong ? <Notice tone="blocker">{wrong}</Notice> : null}
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={accepted}
          onSelect={async (files) => {
            for (const file of files ?? []) await take(file);
          }}
        >
          <Button>Choose files…</Button>
        </FileTrigger>
        <span className="mr-auto text-[13px] text-ink-faint">
          {name ?? ".txt or .md with its .bib, up to 5 MB each"}
        </span>
        <Button type="submit" emphasis="primary" isDisabled={!text.trim() || command.pending}>
          {command.pending ? "Reading…" : "Import the draft"}
        </Button>
      </div>
    </form>
  );
}

const isBibliography = (name: string): boolean => /\.(?:bib|bibtex|json)$/iu.test(name);
