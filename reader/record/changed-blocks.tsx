import { Fragment } from "react";
import type { BlockChange, Span } from "@/domain/review/compare";
import { readableSpans } from "./readable-spans";

/** The blocks of a part that changed, with the words in them; what stands between them unchanged is left out. */
export function ChangedBlocks({ changes }: { changes: readonly BlockChange[] }) {
  if (changes.every(({ kind }) => kind === "same")) return null;
  return (
    <>
      {changes.map((change, index) => {
        if (change.kind !== "same") return <Block key={index} change={change} />;
        const isFirst = index === 0 || changes[index - 1]?.kind !== "same";
        if (isHeading(change)) return <Block key={index} change={change} />;
        return isFirst ? (
          <p key={index} className="gap">
            <span aria-hidden="true">⋯</span> <span className="unseen">unchanged text</span>
          </p>
        ) : null;
      })}
    </>
  );
}

const isHeading = ({ type }: BlockChange): boolean => ["heading", "subheading", "title"].includes(type);

function Block({ change }: { change: BlockChange }) {
  const words = readableSpans(change.spans).map((span, index) => (
    <Fragment key={index}>
      <Words span={span} />
    </Fragment>
  ));
  return isHeading(change) ? <h3>{words}</h3> : <p className={change.type}>{words}</p>;
}

/** A citation is shown as a mark; what it rests on stands in the list of changed citations. */
function Words({ span: { kind, tokens } }: { span: Span }) {
  if (kind === "same") return tokens.map(({ text, cites }) => (cites ? "" : text)).join("");
  const words = tokens.map(({ text, cites }, index) => (
    <Fragment key={index}>{cites ? <sup>citation</sup> : text}</Fragment>
  ));
  return kind === "added" ? <ins>{words}</ins> : <del>{words}</del>;
}
