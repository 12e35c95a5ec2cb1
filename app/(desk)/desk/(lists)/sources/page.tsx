import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { sourceInFull } from "@/app/(desk)/desk/sources/_components/source-in-full";
import { ExportMenu } from "@/components/source/export-menu";
import { LibraryChips } from "@/components/source/library-chips";
import { LibraryDesk } from "@/components/source/library-desk";
import { LibraryFacets } from "@/components/source/library-facets";
import { LibraryViews } from "@/components/source/library-views";
import { MergeDialog } from "@/components/source/merge-dialog";
import { NewSource } from "@/components/source/new-source";
import { NothingFound } from "@/components/source/nothing-found";
import { SourceTabs } from "@/components/source/source-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { questionOf, questionText } from "@/domain/source/library-question";
import { requireActor } from "@/server/auth/session";
import { library } from "@/server/queries/library";
import { savedViews } from "@/server/queries/saved-views";

type SourcesProps = { params: Promise<object>; searchParams: Promise<Record<string, unknown>> };

export const metadata: Metadata = { title: "Sources" };

/** The library: every work that an article rests on, or may come to. */
export default async function SourcesPage({ searchParams }: SourcesProps) {
  const actor = await requireActor();
  const given = await searchParams;
  const question = questionOf(given);
  const { after, merge } = Asked.parse(given);
  const [found, views] = await Promise.all([library(actor, question, { after }), savedViews(actor)]);
  if (!found) notFound();
  const rights = {
    check: may("source.check", actor),
    tag: may("source.tag", actor),
    merge: may("source.merge", actor),
  };
  const [one, other] = rights.merge ? await Promise.all(merge.map((id) => sourceInFull(actor, id))) : [];
  const query = questionText(question);
  const here = (more: Record<string, string> = {}) =>
    `/desk/sources?${[query, new URLSearchParams(more)].filter(String).join("&")}`;

  return (
    <DeskPage
      wide
      title="Sources"
      lead={found.whole === 0 ? undefined : `${counted(found.whole)}, shared by all articles. One record each.`}
      actions={
        <>
          {found.whole > 0 ? <ExportMenu href={`/api/sources/export?${query}`} label="Export…" /> : null}
          {may("source.edit", actor) ? <NewSource /> : null}
        </>
      }
    >
      <SourceTabs here="library" mayImport={may("source.import", actor)} />
      {found.whole === 0 ? (
        <div className="border-y border-rule">
          <EmptyState title="The library is empty">
            Whatever an article cites comes to stand here, once for all articles. Add a first source, or bring a draft
            and turn its source list into sources.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-3">
            <SearchBox label="Search sources" placeholder="Title, author or identifier" />
            <LibraryViews views={views ?? []} query={query} />
            <p role="status" className="ml-auto text-[13px] text-ink-faint tabular-nums">
              {found.total === found.whole
                ? ""
                : `${found.about.total ? "About " : ""}${found.total.toLocaleString("en-GB")} of ${found.whole.toLocaleString("en-GB")}`}
            </p>
          </div>
          <LibraryFacets question={question} choices={found.choices} about={found.about.choices} />
          <LibraryChips question={question} choices={found.choices} />
          <div className="mt-4">
            {found.sources.length > 0 ? (
              <LibraryDesk
                key={`${query} ${after}`}
                sources={found.sources}
                total={found.total}
                about={found.about.total}
                query={query}
                may={rights}
                tags={found.choices.tag.map(({ choice }) => choice)}
                now={new Date().toISOString()}
              />
            ) : (
              <NothingFound clearHref="/desk/sources" />
            )}
          </div>
          <Pager
            older={found.next ? here({ after: found.next }) : null}
            newest={after ? here() : null}
            words={{ older: "Further down", newest: "Back to the beginning" }}
          />
        </>
      )}
      {one && other && one.id !== other.id ? (
        <MergeDialog key={merge.join()} pair={[one, other]} closeHref={here(after ? { after } : {})} />
      ) : null}
    </DeskPage>
  );
}

const Asked = z.object({
  after: z.string().max(5000).nullable().catch(null),
  merge: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.tuple([SourceId, SourceId]))
    .or(z.tuple([]))
    .catch([]),
});

const counted = (whole: number): string => (whole === 1 ? "One work" : `${whole.toLocaleString("en-GB")} works`);
