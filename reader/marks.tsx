import { Fragment, type ReactNode } from "react";
import type { Mark, Node } from "prosemirror-model";
import { Href } from "@/domain/document/attributes";
import type { marks } from "@/domain/document/marks";
import { ArticleId } from "@/domain/ids";
import { articlePath } from "@/domain/publishing/address";
import type { Setting } from "./setting";

type Drawn = (inner: ReactNode, mark: Mark, setting: Setting) => ReactNode;

/** How each mark of the one schema is drawn. A link whose address is not a web or mail address is left as its words. */
const table: Record<keyof typeof marks, Drawn> = {
  link: (inner, mark) => {
    const href = Href.safeParse(mark.attrs["href"]);
    return href.success ? <a href={href.data}>{inner}</a> : inner;
  },
  articleLink: (inner, mark, { links }) => {
    const target = links.get(ArticleId.parse(mark.attrs["article"]));
    return target ? (
      <a href={articlePath(target.slug)} title={target.title}>
        {inner}
      </a>
    ) : (
      inner
    );
  },
  em: (inner) => <em>{inner}</em>,
  strong: (inner) => <strong>{inner}</strong>,
  strike: (inner) => <s>{inner}</s>,
  sub: (inner) => <sub>{inner}</sub>,
  sup: (inner) => <sup>{inner}</sup>,
  code: (inner) => <code>{inner}</code>,
};

/**
 * Inline nodes with their marks around them, the first mark outermost; neighbours that share a mark share its element,
 * so a link with an emphasised word in it stays one link. A citation bears no marks: its own links must not nest.
 */
export function marked(
  nodes: readonly Node[],
  draw: (node: Node) => ReactNode,
  setting: Setting,
  depth = 0,
): ReactNode {
  return runsBy(nodes, depth).map(({ mark, run }, index) => {
    if (!mark)
      return (
        <Fragment key={index}>
          {run.map((node, at) => (
            <Fragment key={at}>{draw(node)}</Fragment>
          ))}
        </Fragment>
      );
    const name = mark.type.name;
    if (!isDrawn(name)) throw new Error(`nothing draws the mark ${name}`);
    return <Fragment key={index}>{table[name](marked(run, draw, setting, depth + 1), mark, setting)}</Fragment>;
  });
}

type MarkedRun = { mark: Mark | null; run: Node[] };

function runsBy(nodes: readonly Node[], depth: number): MarkedRun[] {
  const runs: MarkedRun[] = [];
  for (const node of nodes) {
    const mark = node.type.name === "citation" ? null : (node.marks[depth] ?? null);
    const last = runs.at(-1);
    if (last && (mark ? last.mark?.eq(mark) : !last.mark)) last.run.push(node);
    else runs.push({ mark, run: [node] });
  }
  return runs;
}

const isDrawn = (name: string): name is keyof typeof table => Object.hasOwn(table, name);
