import { LinkTabs } from "@/components/ui/link-tabs";

export type ArticleView = "mine" | "waiting" | "all";
type Props = { view: ArticleView; counts: Record<ArticleView, number>; query: string };

/** Whose articles are listed; what is searched for goes along from one to the other. */
export function ArticleTabs({ view, counts, query }: Props) {
  return (
    <LinkTabs
      label="Which articles"
      tabs={views.map(({ id, label }) => ({
        label,
        href: `/desk?${new URLSearchParams({ show: id, ...(query ? { q: query } : {}) })}`,
        count: counts[id],
        here: id === view,
      }))}
    />
  );
}

const views: { id: ArticleView; label: string }[] = [
  { id: "mine", label: "Mine" },
  { id: "waiting", label: "Waiting for me" },
  { id: "all", label: "All" },
];
