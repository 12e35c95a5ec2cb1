import { LinkTabs } from "@/components/ui/link-tabs";

type Props = { articleId: string; here: "text" | "citations"; open: number };

/** What a reviewer looks at: the text, or what its sentences rest on; `open` counts the citations that nobody verified. */
export function ReviewTabs({ articleId, here, open }: Props) {
  const base = `/desk/articles/${articleId}/review`;
  return (
    <div className="mb-6 border-b border-rule">
      <LinkTabs
        label="What to review"
        tabs={[
          { href: base, label: "Text", here: here === "text" },
          { href: `${base}/citations`, label: "Citations", count: open, here: here === "citations" },
        ]}
      />
    </div>
  );
}
