import { Button } from "@/components/ui/button";

/** A bibliography that comes with a draft: a file by its name, or what was pasted. */
export type Bibliography = { name: string; text: string };

type Props = {
  files: readonly Bibliography[];
  pasted: string;
  onPaste: (text: string) => void;
  onRemove: (name: string) => void;
};

/** The bibliographies of a draft: those that were dropped, by name, and a place to paste one. */
export function BibliographyField({ files, pasted, onPaste, onRemove }: Props) {
  return (
    <div className="grid gap-3">
      {files.length > 0 ? (
        <ul aria-label="Bibliographies" className="grid gap-1.5 text-[13.5px]">
          {files.map(({ name, text }) => (
            <li key={name} className="flex items-center gap-3 rounded-lg border border-rule bg-sheet px-3 py-1.5">
              <span className="font-medium">{name}</span>
              <span className="mr-auto text-ink-faint">{entriesIn(text)}</span>
              <Button onPress={() => onRemove(name)}>Take out</Button>
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary className="cursor-pointer text-[13.5px] text-ink-soft">
          Paste a bibliography (BibTeX, BibLaTeX or CSL-JSON)
        </summary>
        <textarea
          aria-label="Bibliography"
          value={pasted}
          onChange={(event) => onPaste(event.target.value)}
          rows={6}
          placeholder="@article{key, title = {…}, …}"
          className="mt-2 block w-full resize-y rounded-xl border border-rule-strong bg-sheet p-4 font-mono text-[13px] leading-[1.5] outline-none focus:border-accent"
        />
      </details>
    </div>
  );
}

/** How many entries a file seems to have; the server counts for certain. */
function entriesIn(text: string): string {
  const count = text.match(/^[ \t]*@(?!comment|string|preamble)[a-z]+[ \t]*[{(]/gimu)?.length ?? 0;
  return count === 0 ? "" : `${count} ${count === 1 ? "entry" : "entries"}`;
}
