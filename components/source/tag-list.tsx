import Link from "next/link";

/** A source's tags, each leading to all that have it. */
export function TagList({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Tags" className="mt-1.5 flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            href={`/desk/sources?tag=${encodeURIComponent(tag)}`}
            className="rounded-full bg-wash px-2 py-0.5 text-[12px] text-ink-soft ring-1 ring-rule ring-inset hover:text-ink"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
