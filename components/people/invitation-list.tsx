"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type CommandError, type CommandResult, send } from "@/components/ui/send-command";
import { StateTag } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import type { Role } from "@/domain/access/policy";
import type { FreshLink } from "./link-dialog";

export type RowInvitation = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  expiresAt: string;
  expired: boolean;
};

type Props = { invitations: RowInvitation[]; now: string; onLink: (fresh: FreshLink) => void };

/** The links to join that nobody has used yet. A lost one is replaced, since it cannot be shown again. */
export function InvitationList({ invitations, now, onLink }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<CommandError | null>(null);

  async function during<T>(id: string, sending: Promise<CommandResult<T>>, then: (value: T) => void) {
    setBusy(id);
    setError(null);
    const result = await sending;
    setBusy(null);
    if (!result.ok) return setError(result.error);
    then(result.value);
    router.refresh();
  }

  const renew = ({ id, name, email, roles }: RowInvitation) =>
    during(id, send<{ link: string; expiresAt: string }>("person.invite", { name, email, roles }), (value) =>
      onLink({ ...value, name, kind: "join" }),
    );
  const withdraw = ({ id }: RowInvitation) =>
    during(id, send("invitation.withdraw", { invitationId: id }), () => undefined);

  return (
    <>
      {error ? (
        <div className="mb-4">
          <Notice tone="blocker">{error.message}</Notice>
        </div>
      ) : null}
      <ul className="rounded-xl border border-rule bg-sheet">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-rule px-4 py-4 last:border-0 md:px-5"
          >
            <span className="mr-auto min-w-0">
              <span className="block font-semibold wrap-anywhere">{invitation.name}</span>
              <span className="block break-all text-ink-soft">
                {invitation.email} · {invitation.roles.join(", ")}
              </span>
            </span>
            {invitation.expired ? (
              <StateTag tone="warning">expired</StateTag>
            ) : (
              <span className="text-ink-soft">
                ends <When at={invitation.expiresAt} now={now} />
              </span>
            )}
            <span className="flex gap-2">
              <Button small isDisabled={busy !== null} onPress={() => void renew(invitation)}>
                New link
              </Button>
              <Button small emphasis="quiet" isDisabled={busy !== null} onPress={() => void withdraw(invitation)}>
                Withdraw
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
