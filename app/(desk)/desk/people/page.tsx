import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/app/(desk)/desk/_components/desk-page";
import { PeopleDesk } from "@/components/people/people-desk";
import { requireActor } from "@/server/auth/session";
import { peopleScreen } from "@/server/queries/people";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const screen = await peopleScreen(await requireActor());
  if (!screen) notFound();
  return (
    <DeskPage title="People" lead="Who is here, and as what. A change of roles signs the person out everywhere.">
      <PeopleDesk {...screen} />
    </DeskPage>
  );
}
