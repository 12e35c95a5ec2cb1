import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { titledBySource } from "@/app/(desk)/desk/_components/titled";
import { CopyChanges } from "@/components/source/copy-changes";
import { LinkButton } from "@/components/ui/link-button";
import { CaptureId, SourceId } from "@/domain/ids";
import { changesOnly, copyDiff } from "@/domain/source/copy-diff";
import { requireActor } from "@/server/auth/session";
import { copiesOf } from "@/server/queries/source/copies";

type CopiesProps = { params: Promise<{ sourceId: string }>; searchParams: Promise<Record<string, unknown>> };

export const generateMetadata = ({ params }: CopiesProps): Promise<Metadata> => titledBySource(params, "a kept copy");

/** The kept text of a copy, or what changed in it since an older one. */
export default async function CopiesPage({ params, searchParams }: CopiesProps) {
  const actor = await requireActor();
  const id = SourceId.safeParse((await params).sourceId);
  const asked = Asked.safeParse(await searchParams);
  const page = id.success && asked.success ? await copiesOf(actor, id.data, asked.data) : null;
  if (!page) notFound();
  const { copy, older } = page;
  const changes = older?.text && copy.text ? copyDiff(older.text, copy.text) : null;

  return (
    <DeskPage
      title={page.title}
      lead={
        older
          ? `What changed between the copies of ${dayOf(older.at)} and ${dayOf(copy.at)}.`
          : `The text as it was kept on ${dayOf(copy.at)}.`
      }
      actions={<LinkButton href={`/desk/sources/${page.sourceId}`}>The source</LinkButton>}
    >
      {copy.text === null ? (
        <p className="border-y border-rule py-10 text-ink-soft">Nothing in this copy could be read as text.</p>
      ) : older === null ? (
        <p className="max-w-prose font-serif text-[16px] leading-7 [overflow-wrap:anywhere] whitespace-pre-line">
          {copy.text}
        </p>
      ) : changes === null ? (
        <p className="border-y border-rule py-10 text-ink-soft">
          The two have so little in common that they are better read one after the other.
        </p>
      ) : changes.every(({ kind }) => kind === "same") ? (
        <p className="border-y border-rule py-10 text-ink-soft">The two copies have the same words.</p>
      ) : (
        <CopyChanges parts={changesOnly(changes)} />
      )}
    </DeskPage>
  );
}

const Asked = z.object({ copy: CaptureId, older: CaptureId.nullable().catch(null) });

/** A moment of a copy in universal time, "3 May 2027, 09:00 UTC". */
const dayOf = (at: string): string =>
  `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(at))} UTC`;
