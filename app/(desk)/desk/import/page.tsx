import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { ImportForm } from "@/components/article/import-form";
import { NewArticleForm } from "@/components/article/new-article-form";
import { may } from "@/domain/access/policy";
import { requireActor } from "@/server/auth/session";

export const metadata: Metadata = { title: "A new draft" };

export default async function ImportPage() {
  const actor = await requireActor();
  if (!may("article.create", actor)) notFound();
  return (
    <DeskPage
      narrow
      title="A new draft"
      lead="Bring it as it is. Every citation that was stripped, numbered against nothing or faked is found and kept visible until somebody mends it."
    >
      <ImportForm />
      <section aria-labelledby="from-nothing" className="mt-12 border-t border-rule pt-8">
        <h2 id="from-nothing" className="mb-4 font-serif text-[20px] font-semibold">
          Or start from nothing
        </h2>
        <NewArticleForm />
      </section>
    </DeskPage>
  );
}
