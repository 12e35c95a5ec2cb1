import type { FrozenCitations } from "@/domain/citation/formatted";
import { Runs } from "./runs";

/** How this edition is to be cited, in its own style and in APA, as text that one press selects. */
export function CiteThis({ cite }: { cite: FrozenCitations["cite"] }) {
  if (cite.length === 0) return null;
  return (
    <details className="cite">
      <summary>Cite this article</summary>
      <dl>
        {cite.map(({ style, runs }) => (
          <div key={style}>
            <dt>{style}</dt>
            <dd>
              <Runs runs={runs} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
