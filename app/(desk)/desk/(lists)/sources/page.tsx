import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { ExportMenu } from "@/components/source/export-menu";
import { ImportBibliography } from "@/components/source/import-bibliography";
import { LibraryFilters } from "@/components/source/library-filters";
import { LibraryList, NothingFound } from "@/components/source/library-list";
import { MergeDialog } from "@/components/source/merge-dialog";
import { NewSource } from "@/components/source/new-source";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { SourceRecord } from "@/domain/source/record";
import { requireActor } from "@/server/auth/session";
import { library } from "@/server/queries/library";
import { sourceInFull } from "@/app/(desk)/desk/sources/_components/source-in-full";

type SourcesProps = { params: Promise<object>; searchParams: Promise<Record<string, unknown>> };

export const metadata: Metadata = { title: "Sources" };

/** The library: every work that an article rests on, or may come to. */
export default async function SourcesPage({ searchParams }: SourcesProps) {
  const actor = await requireActor();
  const { q, type, used, after, merge } = Asked.parse(await searchParams);
  const found = await library(actor, { search: q, type, used: used && used === "yes", after });
  if (!found) notFound();
  const mayMerge = may("source.merge", actor);
  const [one, other] = mayMerge ? await Promise.all(merge.map((id) => sourceInFull(actor, id))) : [];
  const asked = { ...(q ? { q } : {}), ...(type ? { type } : {}), ...(used ? { used } : {}) };
  const here = (more: Record<string, string> = {}) => `/desk/sources?${new URLSearchParams({ ...asked, ...more })}`;

  return (
    <DeskPage
      title="Sources"
      lead={found.whole === 0 ? undefined : `${counted(found.whole)}, shared by all articles. One record each.`}
      actions={
        <>
          <LinkButton href="/desk/sources/health">Health</LinkButton>
          {found.whole > 0 ? (
            <ExportMenu href={`/api/sources/export?${new URLSearchParams(asked)}`} label="Export…" />
          ) : null}
          {may("source.import", actor) ? <ImportBibliography label="Import…" /> : null}
          {may("source.edit", actor) ? <NewSource /> : null}
        </>
      }
    >
      {found.whole === 0 ? (
        <div className="border-y border-rule">
          <EmptyState title="The library is empty">
            Whatever an article cites comes to stand here, once for all articles. Add a first source, or bring a draft
            and turn its source list into sources.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
            <SearchBox label="Search sources" placeholder="Title, author or identifier" />
            <LibraryFilters types={found.types} type={type} used={used} />
            <p role="status" className="ml-auto text-[13px] text-ink-faint tabular-nums">
              {found.total === found.whole ? "" : `${found.total} of ${found.whole}`}
            </p>
          </div>
          {found.sources.length > 0 ? (
            <LibraryList
              sources={found.sources}
              mayMerge={mayMerge}
              mergeHref={`${here(after ? { after } : {})}&merge=`}
            />
          ) : (
            <NothingFound clearHref="/desk/sources" />
          )}
          <Pager
            older={found.next ? here({ after: found.next }) : null}
            newest={after ? here() : null}
            words={{ older: "Further down the alphabet", newest: "Back to the beginning" }}
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
  q: z
    .string()
    .max(200)
    .catch("")
    .transform((words) => words.replace(/\p{C}+/gu, " ").trim()),
  type: SourceRecord.shape.type.nullable().catch(null),
  used: z.enum(["yes", "no"]).nullable().catch(null),
  after: z.string().max(5000).nullable().catch(null),
  merge: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.tuple([SourceId, SourceId]))
    .or(z.tuple([]))
    .catch([]),
});

const counted = (whole: number): string => (whole === 1 ? "One work" : `${whole.toLocaleString("en-GB")} works`);
