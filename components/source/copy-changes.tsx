import { Fragment } from "react";
import type { CopyPart } from "@/domain/source/copy-diff";

/** What changed between two copies of a page: struck out what went, underlined what came; both are said in words as well. */
export function CopyChanges({ parts }: { parts: readonly CopyPart[] }) {
  return (
    <p className="max-w-prose font-serif text-[16px] leading-7 [overflow-wrap:anywhere] whitespace-pre-line">
      {parts.map(({ kind, text }, at) => (
        <Fragment key={at}>
          {kind === "same" ? (
            text
          ) : kind === "gone" ? (
            <del className="rounded-sm bg-blocker-wash decoration-blocker">
              <span className="sr-only">[only in the older copy: </span>
              {text}
              <span className="sr-only">]</span>
            </del>
          ) : (
            <ins className="rounded-sm bg-ok-wash decoration-ok decoration-2">
              <span className="sr-only">[only in the newer copy: </span>
              {text}
              <span className="sr-only">]</span>
            </ins>
          )}
        </Fragment>
      ))}
    </p>
  );
}
