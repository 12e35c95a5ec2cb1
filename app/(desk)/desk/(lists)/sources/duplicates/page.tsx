import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { DuplicateDesk } from "@/components/source/duplicate-desk";
import { SourceTabs } from "@/components/source/source-tabs";
import { Pager } from "@/components/ui/pager";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";
import { duplicates } from "@/server/queries/duplicates";

type DuplicatesProps = { params: Promise<object>; searchParams: Promise<Record<string, unknown>> };

export const metadata: Metadata = { title: "Duplicates" };

/** Sources that are likely the same work, two and two: one is kept, or they are said to be two works. */
export default async function DuplicatesPage({ searchParams }: DuplicatesProps) {
  const actor = await requireActor();
  const { after } = Asked.parse(await searchParams);
  const found = await duplicates(actor, after);
  if (!found) notFound();
  return (
    <DeskPage
      title="Sources"
      lead="Sources that are likely one work, the likeliest first. Nothing is merged without somebody’s yes, and every merge can be taken back."
    >
      <SourceTabs here="duplicates" mayImport={may("source.import", actor)} />
      <DuplicateDesk pairs={found.pairs} total={found.total} mayMerge={may("source.merge", actor)} />
      <Pager
        older={found.next ? `/desk/sources/duplicates?${new URLSearchParams({ after: found.next })}` : null}
        newest={after ? "/desk/sources/duplicates" : null}
        words={{ older: "Less likely ones", newest: "Back to the likeliest" }}
      />
    </DeskPage>
  );
}

const Asked = z.object({ after: z.string().max(5000).nullable().catch(null) });
