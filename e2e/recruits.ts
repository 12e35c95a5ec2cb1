import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Colleague } from "./newsroom";

/** Somebody who was invited and accepted, and so has a password to sign in with. */
export type Recruit = { name: string; email: string; password: string };

/** Invites somebody through the command door and accepts for them. */
export async function recruit(admin: Colleague, name: string, ...roles: string[]): Promise<Recruit> {
  const email = `${randomUUID()}@example.org`;
  const password = `a ferry before the bridge ${randomUUID().slice(0, 6)}`;
  const { link } = await admin.send<{ link: string }>("person.invite", { name, email, roles });
  const token = link.split("/").at(-1);
  await admin.send("invitation.accept", { token, name, password });
  return { name, email, password };
}

/** Signs in as a person does, and waits for the desk. */
export async function signInByForm(
  page: Page,
  { email, password }: Pick<Recruit, "email" | "password">,
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
