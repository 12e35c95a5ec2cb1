import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { SourceId } from "@/domain/ids";

type Props = { sourceId: SourceId; likely: { id: SourceId; title: string; reason: string }[]; mayMerge: boolean };

/** Says which other sources are likely the same work as this one, and leads to the two side by side. */
export function LikelyNotice({ sourceId, likely, mayMerge }: Props) {
  return (
    <div className="mb-6">
      <Notice tone="warning" title="The library may have this work already">
        <ul>
          {likely.map(({ id, title, reason }) => (
            <li key={id}>
              <Link href={`/desk/sources/${id}`} className="underline underline-offset-4">
                {title}
              </Link>{" "}
              <span className="text-ink-soft">({reason})</span>
              {mayMerge ? (
                <>
                  {" · "}
                  <Link
                    href={`/desk/sources?merge=${sourceId},${id}`}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    Compare
                  </Link>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
