"use client";

import { useRouter } from "next/navigation";
import type { Node } from "prosemirror-model";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { ArticleHit } from "@/components/article/fixes/tools";
import { articleLinksOf } from "@/domain/document/links";
import type { ArticleId } from "@/domain/ids";
import type { LinkTarget } from "@/domain/rules/manuscript";

type Targets = readonly [ArticleId, LinkTarget][];

/**
 * What is known of the articles that the text links: what the server answered, and what a search has just said of one
 * that was linked here. A link that neither knows, as another person may make, asks the server once it is saved.
 */
export function useLinkTargets(answered: Targets, document: Node | null, saved: boolean) {
  const router = useRouter();
  const [learned, setLearned] = useState<Targets>([]);
  const links = useMemo(() => new Map([...learned, ...answered]), [learned, answered]);
  const unknown = useMemo(
    () => (document ? articleLinksOf(document).filter((article) => !links.has(article)) : []).join(),
    [document, links],
  );
  useEffect(() => {
    if (saved && unknown) router.refresh();
  }, [saved, unknown, router]);
  const learn = useCallback(
    ({ id, title, published }: ArticleHit) => setLearned((before) => [...before, [id, { title, slug: "", published }]]),
    [],
  );
  return { links, learn };
}
