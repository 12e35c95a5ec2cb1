import { pictureAddress, webpName, widthsOf } from "@/domain/document/pictures";
import type { BlockChange, Span } from "@/domain/review/compare";
import type { Token } from "@/domain/review/tokens";

type Props = {
  changes: readonly BlockChange[];
  /** What each reference is, in one line; shown when one stops at a citation. */
  sources: Record<string, string>;
  /** Leaves out what both texts have, but for a little around each change. */
  folded: boolean;
};

/** A section's text with what was added underlined and what was removed struck out, in place. */
export function Comparison({ changes, sources, folded }: Props) {
  const shown = folded ? nearChanges(changes) : changes.map((change) => ({ change, gap: false }));
  return (
    <div className="grid gap-3 font-serif text-[17px] leading-[1.6]">
      {shown.map(({ change, gap }, index) => (
        // A comparison is drawn once and never reordered, so a block's place is its identity.
        <div key={`${index}-${change.type}`}>
          {gap ? (
            <p className="py-1 text-center font-sans text-[12.5px] text-ink-faint">unchanged text left out</p>
          ) : null}
          <Block change={change} sources={sources} />
        </div>
      ))}
    </div>
  );
}

function Block({ change, sources }: { change: BlockChange; sources: Record<string, string> }) {
  const edge = {
    same: "border-transparent",
    changed: "border-rule-strong",
    added: "border-ok",
    removed: "border-blocker",
  }[change.kind];
  const look = looks[change.type] ?? "";
  return (
    <p className={`own-way border-l-2 pl-4 ${edge} ${look}`}>
      {change.picture ? <Picture picture={change.picture} /> : null}
      {change.spans.map((span, index) => (
        <Piece key={`${index}-${span.kind}`} span={span} sources={sources} whole={change.kind !== "changed"} />
      ))}
    </p>
  );
}

/** The picture that is spoken of below; the words beside it describe it. */
function Picture({ picture }: { picture: NonNullable<BlockChange["picture"]> }) {
  const width = widthsOf(picture)[0] ?? picture.width;
  return (
    // The desk has its pictures in the widths that it needs.
    // oxlint-disable-next-line nextjs/no-img-element
    <img
      src={pictureAddress(webpName(picture, width))}
      alt=""
      width={picture.width}
      height={picture.height}
      loading="lazy"
      className="mb-2 h-auto max-h-72 w-auto max-w-full rounded-md bg-wash"
    />
  );
}

const looks: Record<string, string> = {
  figure: "font-sans text-[13px] text-ink-soft",
  caption: "font-sans text-[14px]",
  title: "text-[28px] leading-tight font-semibold",
  standfirst: "text-[19px] text-ink-soft",
  claim: "italic",
  byline: "font-sans text-[13px] text-ink-soft",
  heading: "text-[22px] leading-tight font-semibold",
  subheading: "font-semibold",
  codeBlock: "font-mono text-[14px] whitespace-pre-wrap",
};

function Piece({ span, sources, whole }: { span: Span; sources: Record<string, string>; whole: boolean }) {
  const content = span.tokens.map((token, index) => (
    <Word key={`${index}-${token.key}`} token={token} sources={sources} />
  ));
  if (span.kind === "added")
    return (
      <ins
        className={`decoration-ok decoration-1 underline-offset-4 ${whole ? "no-underline" : "rounded-sm bg-ok-wash underline"}`}
      >
        {content}
      </ins>
    );
  if (span.kind === "removed")
    return <del className="rounded-sm bg-blocker-wash text-ink-soft decoration-blocker">{content}</del>;
  return <>{content}</>;
}

function Word({ token, sources }: { token: Token; sources: Record<string, string> }) {
  if (!token.cites) return <>{token.text}</>;
  const rests = token.cites.map((reference) => (reference ? sources[reference] : undefined));
  const missing = rests.length === 0 || rests.some((source) => !source);
  return (
    <cite
      title={rests.filter(Boolean).join("; ") || "Rests on nothing yet"}
      className={`ms-0.5 inline-block max-w-56 truncate rounded-sm px-1.5 align-middle font-sans text-[11.5px] leading-5 font-semibold not-italic ${missing ? "bg-blocker-wash text-blocker" : "bg-accent-wash text-accent"}`}
    >
      {missing ? "citation missing" : rests.join("; ")}
    </cite>
  );
}

function nearChanges(changes: readonly BlockChange[]): { change: BlockChange; gap: boolean }[] {
  const near = (index: number) =>
    changes.slice(Math.max(0, index - 1), index + 2).some((change) => change.kind !== "same");
  const kept = changes.map((change, index) => ({ change, index })).filter(({ index }) => near(index));
  return kept.map(({ change, index }, at) => ({ change, gap: index - (kept[at - 1]?.index ?? index - 1) > 1 }));
}
