import type { Metadata } from "next";
import Link from "next/link";
import { AcceptForm } from "@/components/people/accept-form";
import { FrontDoor } from "@/components/people/front-door";
import { invitationScreen } from "@/server/queries/invitation";

/** The address is a secret, so it goes into no Referer header and no index. */
export const metadata: Metadata = { title: "Your invitation", referrer: "no-referrer", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const screen = await invitationScreen(token);
  if (screen.kind === "over")
    return (
      <FrontDoor title="This link does not work" lead={reasons[screen.why]}>
        <p>
          <Link href="/sign-in" className="font-medium text-accent underline underline-offset-2">
            To the sign-in page
          </Link>
        </p>
      </FrontDoor>
    );
  const { kind, email, name } = screen;
  return (
    <FrontDoor
      title={kind === "join" ? "Join the newsroom" : "Set a new password"}
      lead={kind === "join" ? `You are invited as ${inWords(screen.roles)}.` : `For the account of ${name}.`}
    >
      <AcceptForm token={token} email={email} name={name} kind={kind} />
    </FrontDoor>
  );
}

const reasons = {
  unknown: "Nothing is known of it. Was it copied whole?",
  used: "It was used already. Sign in with the password that was set then.",
  withdrawn: "It was withdrawn. Ask an administrator for a new one.",
  expired: "It has expired. Ask an administrator for a new one.",
} as const;

const inWords = (roles: readonly string[]): string => new Intl.ListFormat("en").format(roles);
