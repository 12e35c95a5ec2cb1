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
      title="The settings are the admins’"
      lead="You are signed in, but not as an admin. Nothing here is yours to see or change."
    >
      <p className="mb-6 max-w-prose border-t border-rule pt-6">
        {names.length > 0
          ? `Somebody who can: ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names)}.`
          : "At the moment the house has no admin who could."}
      </p>
      <LinkButton href="/desk">Back to the articles</LinkButton>
    </DeskPage>
  );
}
