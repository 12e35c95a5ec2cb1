import { z } from "zod";
import { Email } from "@/domain/access/person";
import { roles, systemActor } from "@/domain/access/policy";
import { addFromShell } from "@/server/commands/access/add-from-shell";
import { resetLink } from "@/server/commands/access/reset-link";
import { peopleScreen } from "@/server/queries/people";
import type { Command } from "./command";

/** `imprimatur user …`: the first admin, a forgotten password and a look at who is here, without the desk. */
export const user: Command = {
  usage: "user list | user add EMAIL NAME [ROLE,…] | user reset EMAIL",
  summary: "list the people, add one (an admin, if no role is given), make a link for a new password",
  run: async ([verb, ...rest]) => {
    if (verb === "list" && rest.length === 0) return list();
    if (verb === "add" && (rest.length === 2 || rest.length === 3)) return add(rest);
    if (verb === "reset" && rest.length === 1) return reset(rest[0] ?? "");
    return refuse(`usage: imprimatur ${user.usage}`, 2);
  },
};

async function list(): Promise<number> {
  for (const person of await everybody())
    process.stdout.write(
      `${person.email}\t${person.name}\t${person.roles.join(",")}\t${person.active ? "active" : "deactivated"}\n`,
    );
  return 0;
}

async function add([email, name, asked]: string[]): Promise<number> {
  const input = addFromShell.input.safeParse({ email, name, roles: asked?.split(",") ?? ["admin"] });
  if (!input.success) return refuse(`${z.prettifyError(input.error)}\nRoles are ${roles.join(", ")}.`, 2);
  const result = await addFromShell.run(systemActor, input.data);
  if (!result.ok) return refuse(result.error.kind === "known" ? `${input.data.email} is here already.` : "refused.", 1);
  return tell(`${input.data.name} is added. To set a password, open once`, result.value);
}

async function reset(given: string): Promise<number> {
  const email = Email.safeParse(given);
  if (!email.success) return refuse(`${given} is not an e-mail address.`, 2);
  const person = (await everybody()).find((one) => one.email === email.data);
  if (!person) return refuse(`nobody here has the e-mail ${email.data}.`, 1);
  const result = await resetLink.run(systemActor, { userId: person.id });
  if (!result.ok) return refuse(person.active ? "refused." : `${person.email} is deactivated; reactivate first.`, 1);
  return tell(`To set a new password for ${person.name}, open once`, result.value);
}

const everybody = async () => (await peopleScreen(systemActor))?.people ?? [];

function tell(what: string, { link, expiresAt }: { link: string; expiresAt: string }): number {
  process.stdout.write(`${what}, before ${expiresAt.slice(0, 10)}:\n${link}\n`);
  return 0;
}

function refuse(why: string, code: number): number {
  process.stderr.write(`imprimatur user: ${why}\n`);
  return code;
}
