import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { AccountPanel } from "@/components/people/account-panel";
import { NameForm } from "@/components/people/name-form";
import { PasswordForm } from "@/components/people/password-form";
import { SessionButtons } from "@/components/people/session-buttons";
import { StateTag } from "@/components/ui/state-tag";
import { requireActor } from "@/server/auth/session";
import { accountScreen } from "@/server/queries/account";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const screen = await accountScreen(await requireActor());
  if (!screen) notFound();
  const { name, email, roles } = screen;
  return (
    <DeskPage title="Your account" lead={email} narrow>
      <AccountPanel title="Roles" lead="Given by an administrator.">
        <ul className="flex flex-wrap gap-2">
          {roles.map((role) => (
            <li key={role}>
              <StateTag tone="accent">{role}</StateTag>
            </li>
          ))}
        </ul>
      </AccountPanel>
      <AccountPanel title="Name" lead="As colleagues see it.">
        <NameForm name={name} />
      </AccountPanel>
      <AccountPanel title="Password" lead="A new one ends all your other sessions.">
        <PasswordForm email={email} />
      </AccountPanel>
      <AccountPanel title="Sessions" lead="Where you are signed in. A session lasts two weeks.">
        <SessionButtons />
      </AccountPanel>
    </DeskPage>
  );
}
