"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { type CommandError, send } from "@/components/ui/send-command";
import type { Role } from "@/domain/access/policy";
import type { FreshLink } from "./link-dialog";
import { type PersonMove, PersonRow, type RowPerson } from "./person-row";
import { RoleToggles } from "./role-toggles";

/** Everybody of the house with their roles; a change is made at once and ends the sessions of whom it concerns. */
export function PeopleTable({ people, onLink }: { people: RowPerson[]; onLink: (fresh: FreshLink) => void }) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<CommandError | null>(null);
  const [leaving, setLeaving] = useState<RowPerson | null>(null);

  async function change(person: RowPerson, name: string, input: object = {}) {
    setBusy(person.id);
    setError(null);
    const result = await send<{ link?: string; expiresAt?: string }>(name, { userId: person.id, ...input });
    setBusy(null);
    if (!result.ok) return setError(result.error);
    const { link, expiresAt } = result.value;
    if (link && expiresAt) onLink({ link, expiresAt, name: person.name, kind: "reset" });
    router.refresh();
  }

  function move(person: RowPerson, what: PersonMove) {
    if (what === "deactivate") return setLeaving(person);
    void change(person, `person.${what}`);
  }

  return (
    <>
      {error ? (
        <div className="mb-4">
          <Notice tone="blocker">{error.message}</Notice>
        </div>
      ) : null}
      <table className="block w-full border-collapse rounded-xl border border-rule bg-sheet md:table md:border-separate md:border-spacing-0">
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="label text-left [&>th]:border-b [&>th]:border-rule [&>th]:py-3">
            <th scope="col" className="pl-5">
              Person
            </th>
            <th scope="col" className="px-4">
              Roles
            </th>
            <th scope="col" className="px-4">
              State
            </th>
            <th scope="col">
              <span className="sr-only">More</span>
            </th>
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              pending={busy === person.id}
              onMove={(what) => move(person, what)}
              roles={
                <RoleToggles
                  label={`Roles of ${person.name}`}
                  value={person.roles}
                  isDisabled={!person.active || busy !== null}
                  onChange={(roles: Role[]) => void change(person, "person.set-roles", { roles })}
                />
              }
            />
          ))}
        </tbody>
      </table>
      <Dialog title={`Deactivate ${leaving?.name ?? ""}?`} isOpen={leaving !== null} onClose={() => setLeaving(null)}>
        <div className="grid gap-4">
          <p>
            Their sessions end at once, and so do links that they handed out. What they wrote, said and approved stays,
            under their name. You can reactivate them at any time.
          </p>
          <div className="flex gap-3">
            <Button
              emphasis="danger"
              onPress={() => {
                if (leaving) void change(leaving, "person.deactivate");
                setLeaving(null);
              }}
            >
              Deactivate
            </Button>
            <Button onPress={() => setLeaving(null)}>Cancel</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
