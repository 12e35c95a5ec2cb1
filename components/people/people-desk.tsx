"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useTakeOverFocus } from "@/components/ui/use-take-over-focus";
import { InvitationList, type RowInvitation } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { type FreshLink, LinkDialog } from "./link-dialog";
import { PeopleTable } from "./people-table";
import type { RowPerson } from "./person-row";

type Props = { people: RowPerson[]; invitations: RowInvitation[]; now: string };

/** The people of the house and who is invited; links that are made on the way are shown once. */
export function PeopleDesk({ people, invitations, now }: Props) {
  const router = useRouter();
  const [inviting, setInviting] = useState(false);
  const [fresh, setFresh] = useState<FreshLink | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [handedOver, setHandedOver] = useState(0);
  useTakeOverFocus(desk, handedOver);
  const inviteButton = (
    <Button emphasis="primary" onPress={() => setInviting(true)}>
      <UserPlus size={16} aria-hidden />
      Invite somebody
    </Button>
  );
  const alone = people.length < 2 && invitations.length === 0;
  return (
    <div ref={desk} className="grid grid-cols-1 gap-10">
      <section>
        <div className="mb-4 flex justify-end">{alone ? null : inviteButton}</div>
        <PeopleTable people={people} onLink={setFresh} />
      </section>
      {alone ? (
        <EmptyState title="Nobody else is here yet" action={inviteButton}>
          What one person writes, another has to approve. Invite a second person to begin.
        </EmptyState>
      ) : null}
      {invitations.length > 0 ? (
        <section>
          <h2 className="mb-4 font-serif text-[21px] font-semibold">Invited</h2>
          <InvitationList invitations={invitations} now={now} onLink={setFresh} />
        </section>
      ) : null}
      <InviteDialog
        isOpen={inviting}
        onClose={() => setInviting(false)}
        onInvited={(link) => {
          setInviting(false);
          setFresh(link);
          router.refresh();
        }}
      />
      <LinkDialog
        fresh={fresh}
        onClose={() => {
          // The dialog that asked for this link is gone, and with it what the keyboard would go back to.
          if (fresh?.kind === "join") setHandedOver(handedOver + 1);
          setFresh(null);
        }}
      />
    </div>
  );
}
