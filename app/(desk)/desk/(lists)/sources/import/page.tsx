import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { ImportSteps } from "@/components/source/import-steps";
import { SourceTabs } from "@/components/source/source-tabs";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";

export const metadata: Metadata = { title: "Import sources" };

/** Brings a bibliography into the library. */
export default async function ImportSourcesPage() {
  if (!may("source.import", await requireActor())) notFound();
  return (
    <DeskPage
      title="Sources"
      lead="BibTeX, BibLaTeX, RIS, CSL-JSON or EndNote. You see what is in a file before anything comes in."
    >
      <SourceTabs here="import" mayImport />
      <div className="max-w-3xl">
        <ImportSteps articleId={null} doneHref="/desk/sources?sort=newest" />
      </div>
    </DeskPage>
  );
}
