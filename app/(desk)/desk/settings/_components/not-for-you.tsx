import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/server/auth/session";
import { admins } from "@/server/queries/admins";

/** What somebody is told who has no say in the settings: so, and whom to ask. */
export async function NotForYou() {
  const names = (await admins(await requireActor())) ?? [];
  return (
    <DeskPage
      narrow
      title="Settings are for admins"
      lead="You are signed in, but not as an admin, so there is nothing here that you may see or change."
    >
      <p className="mb-6 max-w-prose border-t border-rule pt-6">
        {names.length > 0
          ? `Ask ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names)}, who may.`
          : "At the moment nobody here is one."}
      </p>
      <LinkButton href="/desk">Back to the articles</LinkButton>
    </DeskPage>
  );
}
