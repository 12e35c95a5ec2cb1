import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FrontDoor } from "@/components/people/front-door";
import { SignInForm } from "@/components/people/sign-in-form";
import { actorOf } from "@/server/auth/session";
import { ownPath } from "./own-path";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const path = ownPath(next);
  if (await actorOf()) redirect(path);
  return (
    <FrontDoor title="Sign in to the desk" lead="For the people who write, review and publish here.">
      <SignInForm next={path} error={error ? "Signing in did not work. Try again." : null} />
      <p className="border-t border-rule pt-4 text-[13px] text-ink-soft">
        Forgot your password, or not invited yet? An administrator of your newsroom can give you a link.
      </p>
    </FrontDoor>
  );
}
