import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { hasMovedOn } from "./moved-on";
import type { WorkLanguages } from "@/domain/publishing/languages";

type Props = {
  of: NonNullable<WorkLanguages["of"]>;
  mayEdit: boolean;
  /** Told the edition of the original that the translation follows from now on. */
  onCatchUp: (edition: number) => void;
};

/** What the article is a translation of, and whether that has moved on since. */
export function OriginalNotice({ of, mayEdit, onCatchUp }: Props) {
  const { id, title, edition, ofEdition, path, changes } = of;
  const made = ofEdition === null ? "before that was published" : `from edition ${ofEdition}`;
  const original = (
    <Link href={`/desk/articles/${id}`} className="font-medium underline underline-offset-4">
      {title}
    </Link>
  );
  if (!hasMovedOn(of))
    return (
      <p className="text-ink-soft">
        A translation of {original}, made {made}. {edition === null ? "" : "Readers have no newer one of it."}
      </p>
    );
  return (
    <Notice tone="warning" title="The original has moved on">
      <p>
        It is a translation of {original}, made {made}. Readers have edition {edition} of it by now:{" "}
        {changes ? (
          <a href={changes} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            see what changed last
          </a>
        ) : path ? (
          <a href={path} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            read it
          </a>
        ) : null}
        .
      </p>
      {mayEdit && edition !== null ? (
        <div className="mt-3">
          <Button small onPress={() => onCatchUp(edition)}>
            It follows edition {edition} now
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}
