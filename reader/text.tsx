import { Fragment, type ReactNode } from "react";
import type { Node } from "prosemirror-model";
import type { nodes } from "@/domain/document/nodes";
import { ClaimFacts } from "@/domain/publishing/claim";
import { type Pictured, picturedIn, rightsIn } from "@/domain/document/pictures";
import { CitationMark } from "./citation-mark";
import { ClaimBox } from "./claim-box";
import { marked } from "./marks";
import { Credit, Picture } from "./picture";
import type { Setting } from "./setting";

type Drawn = (node: Node, setting: Setting) => ReactNode;

/** How each node of the one schema is drawn; one that is missing here does not compile, and there is no other way. */
const table: Record<keyof typeof nodes, Drawn> = {
  doc: inside,
  front: () => null,
  title: inside,
  standfirst: inside,
  byline: inside,
  claim: (node, setting) => <ClaimBox facts={ClaimFacts.parse(node.attrs)}>{inside(node, setting)}</ClaimBox>,
  section: (node, setting) => <section>{inside(node, setting)}</section>,
  heading: (node, setting) =>
    node.content.size > 0 ? <h2 id={setting.anchors.get(node)}>{inside(node, setting)}</h2> : null,
  paragraph: (node, setting) => <p>{inside(node, setting)}</p>,
  subheading: (node, setting) =>
    node.attrs["level"] === 4 ? <h4>{inside(node, setting)}</h4> : <h3>{inside(node, setting)}</h3>,
  blockquote: (node, setting) => <blockquote>{inside(node, setting)}</blockquote>,
  bulletList: (node, setting) => <ul>{inside(node, setting)}</ul>,
  orderedList: (node, setting) => {
    const start = Number(node.attrs["start"]);
    return <ol start={start === 1 ? undefined : start}>{inside(node, setting)}</ol>;
  },
  listItem: (node, setting) => <li>{tight(node) ? inside(node.child(0), setting) : inside(node, setting)}</li>,
  codeBlock: (node, setting) => (
    <pre tabIndex={0}>
      <code>{inside(node, setting)}</code>
    </pre>
  ),
  /** A wide table scrolls alone; the box can be reached by keyboard, so it has a name. */
  table: (node, setting) => (
    <div className="scroll" role="group" aria-label="Table" tabIndex={0}>
      <table>
        {captionOf(node) && draw(node.child(0), setting)}
        <tbody>{rowsOf(node, setting)}</tbody>
      </table>
    </div>
  ),
  tableRow: (node, setting) => <tr>{inside(node, setting)}</tr>,
  tableHeader: (node, setting) => <th className={alignment(node)}>{inside(node, setting)}</th>,
  tableCell: (node, setting) => <td className={alignment(node)}>{inside(node, setting)}</td>,
  caption: (node, setting) => <caption>{inside(node, setting)}</caption>,
  /** Of a picture that is not in hand readers get what it shows in words, its caption and its credit. */
  figure: (node, setting) => {
    const shown = picturedIn(node);
    return (
      <figure className={shown ? shapeOf(shown) : undefined}>
        {shown ? (
          <Picture shown={shown} first={node === setting.firstPicture} />
        ) : (
          node.attrs["alt"] && <p className="alt">{String(node.attrs["alt"])}</p>
        )}
        <figcaption>
          {inside(node.child(0), setting)}
          <Credit {...rightsIn(node)} />
        </figcaption>
      </figure>
    );
  },
  horizontalRule: () => <hr />,
  text: (node) => node.text,
  hardBreak: () => <br />,
  citation: (node, setting) => <CitationMark id={String(node.attrs["id"])} setting={setting} />,
  /** The gate lets none through; were one here, its words are all that a reader gets. */
  placeholderLink: (node) => String(node.attrs["text"] || node.attrs["target"]),
};

/** A node of the document as static markup. All text goes through React's escaping; nothing else can make HTML. */
export function draw(node: Node, setting: Setting): ReactNode {
  const name = node.type.name;
  if (!isDrawn(name)) throw new Error(`nothing draws a ${name}`);
  return table[name](node, setting);
}

/** What a node holds, drawn in order. */
export function inside(node: Node, setting: Setting): ReactNode {
  if (node.inlineContent) return marked(node.children, (child) => draw(child, setting), setting);
  return node.children.map((child, index) => <Fragment key={index}>{draw(child, setting)}</Fragment>);
}

/** A picture may reach past the text, and one that is tall is no taller than a screen. */
function shapeOf({ picture: { width, height }, wide }: Pictured): string | undefined {
  const tall = height > 900 && height > width * 1.15;
  return wide ? "wide" : tall ? "tall" : undefined;
}

const captionOf = (table: Node): boolean => table.firstChild?.type.name === "caption";

const rowsOf = (table: Node, setting: Setting): ReactNode =>
  table.children.map((row, index) =>
    row.type.name === "caption" ? null : <Fragment key={index}>{draw(row, setting)}</Fragment>,
  );

const isDrawn = (name: string): name is keyof typeof table => Object.hasOwn(table, name);

/** A list item of one paragraph is drawn without the paragraph. */
const tight = (node: Node): boolean => node.childCount === 1 && node.firstChild?.type.name === "paragraph";

function alignment(node: Node): string | undefined {
  const align: unknown = node.attrs["align"];
  return align === "right" ? "end" : align === "center" ? "mid" : undefined;
}
