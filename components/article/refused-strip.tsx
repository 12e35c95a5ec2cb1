import Link from "next/link";
import type { ListedArticle } from "./article-list";

/** Says on top which articles were not published at their hour, because something had come to stand in the way. */
export function RefusedStrip({ articles }: { articles: ListedArticle[] }) {
  const refused = articles.filter((article) => article.refused);
  if (refused.length === 0) return null;
  return (
    <div role="status" className="mb-5 border-l-2 border-blocker py-1 pl-4">
      <p className="font-semibold text-blocker">
        {refused.length === 1 ? "One article was" : `${refused.length} articles were`} not published at the hour set
      </p>
      <p className="text-ink-soft">
        {refused.map((article, index) => (
          <span key={article.id}>
            {index > 0 ? ", " : null}
            <Link href={`/desk/articles/${article.id}`} className="underline underline-offset-4 hover:text-ink">
              {article.title || "Untitled"}
            </Link>
          </span>
        ))}
        : something stood in the way. {refused.length === 1 ? "It says what." : "Each says what."}
      </p>
    </div>
  );
}
