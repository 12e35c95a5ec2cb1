import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { titledBySource } from "@/app/(desk)/desk/_components/titled";
import { EventList } from "@/components/history/event-list";
import { CitingSection } from "@/components/source/citing-section";
import { CopiesSection } from "@/components/source/copies-section";
import { EditSource } from "@/components/source/edit-source";
import { Identifier } from "@/components/source/identifier";
import { LikelyNotice } from "@/components/source/likely-notice";
import { LinkSection } from "@/components/source/link-section";
import { MergedList } from "@/components/source/merged-list";
import { QuotesSection } from "@/components/source/quotes-section";
import { RecordPage } from "@/components/source/record-page";
import { SourceTags } from "@/components/source/source-tags";
import { typeLabel } from "@/components/source/type-label";
import { UseList } from "@/components/source/use-list";
import { Notice } from "@/components/ui/notice";
import { SourceId } from "@/domain/ids";
import { bylineOf } from "@/domain/source/byline";
import { requireActor } from "@/server/auth/session";
import { sourcePage } from "@/server/queries/source-page";

type SourceProps = { params: Promise<{ sourceId: string }> };

export const generateMetadata = ({ params }: SourceProps): Promise<Metadata> => titledBySource(params);

/** One source: what it says, what identifies it, what rests on it and what was done to it. */
export default async function SourcePage({ params }: SourceProps) {
  const actor = await requireActor();
  const id = SourceId.safeParse((await params).sourceId);
  const page = id.success ? await sourcePage(actor, id.data) : null;
  if (!page) notFound();
  const { source, usedIn, merged, history } = page;
  if (source.mergedInto) redirect(`/desk/sources/${source.mergedInto.id}`);
  const { record, keys, version } = source;
  const { evidence } = page;
  const now = new Date().toISOString();
  const titles = new Map(usedIn.map(({ articleId, title }) => [articleId, title]));

  return (
    <DeskPage
      title={record.title}
      lead={[typeLabel(record.type), bylineOf(record)].filter(Boolean).join(" · ")}
      actions={
        <div className="flex items-center gap-4">
          <Link href="/desk/sources" className="font-medium text-accent underline underline-offset-4">
            Library
          </Link>
          {page.may.edit ? <EditSource source={{ id: source.id, version, record, keys, uses: usedIn }} /> : null}
        </div>
      }
    >
      <SourceTags sourceId={source.id} tags={source.tags} mayTag={page.may.tag} />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div>
          {page.likely.length > 0 ? (
            <LikelyNotice sourceId={source.id} likely={page.likely} mayMerge={page.may.merge} />
          ) : null}
          {evidence.tasks.length > 0 ? (
            <div className="mb-6">
              <Notice tone="warning" title={evidence.tasks.length === 1 ? "Somebody is asked" : "People are asked"}>
                <ul className="list-disc pl-5">
                  {evidence.tasks.map(({ id: taskId, words }) => (
                    <li key={taskId}>{words}</li>
                  ))}
                </ul>
              </Notice>
            </div>
          ) : null}
          <RecordPage record={record} origins={source.origins} original={source.original} />
          <section aria-labelledby="identity" className="mt-10">
            <h2 id="identity" className="font-serif text-[20px] font-semibold">
              What identifies it
            </h2>
            {keys.length > 0 ? (
              <ul className="mt-3 grid gap-1.5">
                {keys.map((key) => (
                  <li key={`${key.scheme}:${key.value}`}>
                    <Identifier identity={key} linked />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="mt-2 max-w-prose text-ink-soft">
                Nothing yet, so the same work could come to stand here twice. A DOI, an ISBN or a web address helps.
              </p>
            )}
            <MergedList
              merged={merged.map(({ id: mergedId, title, mergeId, at, by }) => ({
                id: mergedId,
                title,
                when: dayOf(at),
                by,
                undo: page.may.merge ? mergeId : null,
              }))}
            />
          </section>
          <QuotesSection quotes={evidence.quotes} now={now} />
          <CitingSection sentences={page.sentences} editions={page.editions} titles={titles} />
        </div>
        <div className="grid content-start gap-10">
          <LinkSection
            sourceId={source.id}
            link={evidence.link}
            looks={evidence.looks}
            standing={evidence.standing}
            mayCheck={page.may.check}
            now={now}
          />
          <CopiesSection sourceId={source.id} copies={evidence.copies} inAll={evidence.copiesInAll} now={now} />
          <section aria-labelledby="used-in">
            <h2 id="used-in" className="mb-3 font-serif text-[20px] font-semibold">
              Used in{" "}
              {usedIn.length === 0 ? "no article yet" : usedIn.length === 1 ? "1 article" : `${usedIn.length} articles`}
            </h2>
            {usedIn.length > 0 ? (
              <UseList uses={usedIn} />
            ) : (
              <p className="text-ink-soft">No article has it on its list. Cite it from an article’s workspace.</p>
            )}
          </section>
          <section aria-labelledby="history">
            <h2 id="history" className="mb-3 font-serif text-[20px] font-semibold">
              History
            </h2>
            <EventList lines={history} />
          </section>
        </div>
      </div>
    </DeskPage>
  );
}

/** A day of an event, "3 May 2027", in universal time. */
const dayOf = (at: string): string =>
  at === "" ? "" : new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(at));
