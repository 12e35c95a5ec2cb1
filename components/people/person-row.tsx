"use client";

import { MoreHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Face } from "@/components/ui/face";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { StateTag } from "@/components/ui/state-tag";
import type { Role } from "@/domain/access/policy";

export type RowPerson = { id: string; name: string; email: string; roles: Role[]; active: boolean; you: boolean };
export type PersonMove = "reset-link" | "deactivate" | "reactivate";

type Props = {
  person: RowPerson;
  pending: boolean;
  roles: React.ReactNode;
  onMove: (move: PersonMove) => void;
};

/** One person of the house: who, as what, whether active, and what can be done. */
export function PersonRow({ person, pending, roles, onMove }: Props) {
  return (
    <tr className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2.5 border-b border-rule px-4 py-4 last:border-0 md:table-row md:px-0 md:not-first:[&>*]:border-t md:not-first:[&>*]:border-rule">
      <th scope="row" className="text-left font-normal md:py-3 md:pl-5">
        <span className="flex items-center gap-3">
          <Face name={person.name} />
          <span className="min-w-0">
            <span className="block font-semibold wrap-anywhere">
              {person.name}
              {person.you ? <span className="font-normal text-ink-soft"> (you)</span> : null}
            </span>
            <span className="block break-all text-ink-soft">{person.email}</span>
          </span>
        </span>
      </th>
      <td className="order-3 col-span-2 md:px-4">{roles}</td>
      <td className="order-4 md:px-4">
        {person.active ? <StateTag tone="ok">active</StateTag> : <StateTag>deactivated</StateTag>}
      </td>
      <td className="order-2 text-right md:pr-4">
        <Menu
          label={`What to do with ${person.name}`}
          trigger={
            <Button emphasis="quiet" small aria-label={`More for ${person.name}`} isDisabled={pending}>
              <MoreHorizontal size={18} aria-hidden />
            </Button>
          }
          entries={movesOf(person)}
          onAction={(id) => moves.filter((move) => move === id).forEach(onMove)}
        />
      </td>
    </tr>
  );
}

const moves: readonly PersonMove[] = ["reset-link", "deactivate", "reactivate"];

const movesOf = ({ active, you }: RowPerson): MenuEntry[] =>
  active
    ? [
        { id: "reset-link", label: "Link for a new password", hint: "The old password works until the link is used." },
        you
          ? { id: "deactivate", label: "Deactivate", hint: "Only another admin can do this to you.", disabled: true }
          : { id: "deactivate", label: "Deactivate…", hint: "Ends their sessions at once.", danger: true },
      ]
    : [{ id: "reactivate", label: "Reactivate", hint: "With the roles and the password that they had." }];
