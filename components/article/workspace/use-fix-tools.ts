"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useMemo } from "react";
import type { ArticleHit, FixTools } from "@/components/article/fixes/tools";
import type { ManuscriptHandle } from "@/components/editor/handle";
import type { SourceHit } from "@/components/source/source-hit";
import { type CommandResult, send } from "@/components/ui/send-command";
import { itemOf } from "@/domain/citation/item";
import { citationsOf } from "@/domain/document/inlines";
import { type ArticleId, type CitationId, ReferenceId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import { type FactsJson, factsFromJson } from "@/domain/source/facts-json";
import type { SourceRecord } from "@/domain/source/record";
import { read } from "./read";
import { searchArticles } from "./search-articles";
import { sourceTools } from "./source-tools";

type Around = {
  articleId: ArticleId;
  references: readonly Reference[];
  facts: FactsJson;
  editor: RefObject<ManuscriptHandle | null>;
  goTo: (finding: Finding) => void;
  editSource: (reference: ReferenceId) => void;
  /** Told of an article that was found and linked, before the server's next answer knows of it. */
  learnTarget: (article: ArticleHit) => void;
};

/** The hands of the fixes: searches by reading routes, changes of the list by commands, changes of the text by the editor. */
export function useFixTools(around: Around): FixTools {
  const { articleId, references, facts: told, editor, goTo, editSource, learnTarget } = around;
  const router = useRouter();
  const facts = useMemo(() => factsFromJson(told), [told]);
  return useMemo<FixTools>(() => {
    const done = (result: CommandResult<unknown>): string | null => {
      if (!result.ok) return result.error.message;
      router.refresh();
      return null;
    };
    const bind = (citation: CitationId, reference: ReferenceId) =>
      editor.current?.setCitationItems(citation, itemsWith(editor.current, citation, reference));

    /** Goes on with the article's own entry for a source, which is made where there is none. */
    const onList = async (
      hit: Pick<SourceHit, "source" | "reference">,
      then: (reference: ReferenceId) => void,
    ): Promise<string | null> => {
      if (hit.reference) {
        then(hit.reference);
        return null;
      }
      const added = await send<{ referenceId: string }>("reference.add", { articleId, sourceId: hit.source });
      if (added.ok) then(ReferenceId.parse(added.value.referenceId));
      return done(added);
    };

    const tools = sourceTools({ articleId, references, facts, editor });
    return {
      references,
      facts,
      ...tools,
      replaceSource: async (reference, hit) => {
        const words = await tools.replaceSource(reference, hit);
        if (!words) router.refresh();
        return words;
      },
      goTo,
      editSource,
      searchSources: async (query) =>
        read<SourceHit[]>(`/api/articles/${articleId}/sources?q=${encodeURIComponent(query)}`),
      searchArticles,
      readRecords: async (text) => {
        const answer = await post<{ records: SourceRecord[]; problems: string[] }>("/api/sources/read", { text });
        return answer ?? { records: [], problems: ["The desk cannot be reached. Check your connection."] };
      },
      bindCitation: (citation, hit) => onList(hit, (reference) => void bind(citation, reference)),
      citeHere: async (hit) => {
        let cited = true;
        const words = await onList(hit, (reference) => {
          cited = editor.current?.insertCitation([itemOf(reference)]) ?? false;
        });
        return cited ? words : "There is no place for a citation at the cursor: put it into a paragraph first.";
      },
      createSource: async (record, { citation, reference }, made) => {
        const created = await send<{ referenceId: string }>("reference.create-source", {
          articleId,
          referenceId: reference,
          record,
          ...made,
        });
        if (created.ok && citation) bind(citation, ReferenceId.parse(created.value.referenceId));
        return done(created);
      },
      listSource: async (hit) => done(await send("reference.add", { articleId, sourceId: hit.source })),
      resolveReference: async (reference, hit) =>
        done(await send("reference.resolve", { articleId, referenceId: reference, sourceId: hit.source })),
      removeReference: async (reference) => done(await send("reference.remove", { articleId, referenceId: reference })),
      dropLabel: async (reference, label) =>
        done(await send("reference.drop-labels", { articleId, referenceId: reference, labels: [label] })),
      deleteCitation: (citation) => void editor.current?.deleteCitation(citation),
      changeFigure: (at, change) => void editor.current?.changeFigure(at, change),
      linkPlaceholder: (placeholder, target) => {
        if ("article" in target) learnTarget(target.article);
        editor.current?.replacePlaceholder(
          placeholder,
          "article" in target
            ? { kind: "article", article: target.article.id }
            : "href" in target
              ? { kind: "href", href: target.href }
              : { kind: "text", text: target.text },
        );
      },
      requestWaiver: async (finding, reason, days) => {
        editor.current?.saveNow();
        const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
        return done(await send("waiver.request", { articleId, fingerprint: finding.fingerprint, reason, expiresAt }));
      },
    };
  }, [articleId, references, facts, editor, goTo, editSource, learnTarget, router]);
}

/** A hole in a citation is filled in place: its first item without a source, or one more at the end. */
function itemsWith(editor: ManuscriptHandle, citation: CitationId, reference: ReferenceId) {
  const document = editor.document();
  const items = document ? (citationsOf(document).find((one) => one.id === citation)?.items ?? []) : [];
  const hole = items.findIndex((item) => item.reference === null);
  return hole < 0
    ? [...items, itemOf(reference)]
    : items.map((item, index) => (index === hole ? { ...item, reference } : item));
}

async function post<T>(path: string, body: object): Promise<T | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
