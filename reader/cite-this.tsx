import { Fragment } from "react";
import type { FrozenCitations } from "@/domain/citation/formatted";
import type { MachineLink } from "./record/machine-links";
import { Runs } from "./runs";

/** How this edition is to be cited, in its own style and in APA, as text that one press selects, and in programs' forms. */
export function CiteThis({ cite, forms }: { cite: FrozenCitations["cite"]; forms: readonly MachineLink[] }) {
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
      <p>
        For programs:{" "}
        {forms.map(({ href, called }, index) => (
          <Fragment key={href}>
            {index > 0 && " · "}
            <a href={href}>{called}</a>
          </Fragment>
        ))}
      </p>
    </details>
  );
}
