"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import type { Role } from "@/domain/access/policy";
import type { FreshLink } from "./link-dialog";
import { RoleToggles } from "./role-toggles";

type Props = { isOpen: boolean; onClose: () => void; onInvited: (fresh: FreshLink) => void };

/** Asks whom to invite and as what; the link comes back to be handed over. */
export function InviteDialog({ isOpen, onClose, onInvited }: Props) {
  const { run, pending, error, dismiss } = useCommand<{ link: string; expiresAt: string }>("person.invite");
  const [roles, setRoles] = useState<Role[]>(["editor"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("name"));
    const result = await run({ name, email: String(fields.get("email")), roles });
    if (!result.ok) return;
    setRoles(["editor"]);
    onInvited({ ...result.value, name, kind: "join" });
  }

  function close() {
    dismiss();
    onClose();
  }

  return (
    <Dialog title="Invite somebody" isOpen={isOpen} onClose={close}>
      <form onSubmit={submit} className="grid gap-4">
        {error ? <Notice tone="blocker">{error.message}</Notice> : null}
        <TextField label="Name" name="name" autoComplete="off" maxLength={120} isRequired autoFocus />
        <TextField label="E-mail" name="email" type="email" autoComplete="off" maxLength={254} isRequired />
        <div className="grid gap-1.5">
          <p className="text-[13px] font-medium text-ink-soft">Roles</p>
          <div>
            <RoleToggles label="Roles of the new person" value={roles} onChange={setRoles} />
          </div>
          <p className="text-[12.5px] text-ink-soft">
            Editors write and publish; reviewers approve what others wrote; admins look after people and the site.
          </p>
        </div>
        <div className="flex gap-3 pt-1">
          <Button type="submit" emphasis="primary" isDisabled={pending}>
            {pending ? "Making the link …" : "Make a link"}
          </Button>
          <Button onPress={close}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
