import type { z } from "zod";
import type { Actor } from "@/domain/access/policy";
import { fail, type Result } from "@/domain/result";
import type { Command, Refusal } from "./command";
import { acceptInvitation } from "./access/accept-invitation";
import { changePassword } from "./access/change-password";
import { deactivate } from "./access/deactivate";
import { invite } from "./access/invite";
import { reactivate } from "./access/reactivate";
import { rename } from "./access/rename";
import { resetLink } from "./access/reset-link";
import { setRoles } from "./access/set-roles";
import { signOutEverywhere } from "./access/sign-out-everywhere";
import { withdrawInvitation } from "./access/withdraw-invitation";
import { bake } from "./publishing/bake";
import { publish } from "./publishing/publish";
import { retract } from "./publishing/retract";
import { schedule } from "./publishing/schedule";
import { unschedule } from "./publishing/unschedule";
import { withdrawByLaw } from "./publishing/withdraw-by-law";
import { approve } from "./review/approve";
import { requestChanges } from "./review/request-changes";
import { revoke } from "./review/revoke";
import { submit } from "./review/submit";
import { withdraw } from "./review/withdraw";
import { changeSite } from "./site/change";

/** A command as the door sees it: a body that nobody has looked at goes in, a value or a refusal comes out. */
export type Listed = {
  name: string;
  bodyLimit: number;
  input: z.ZodType;
  answer: (actor: Actor, body: unknown) => Promise<Result<unknown, Refusal>>;
};

/** Every command that can be asked for over HTTP. Those of the worker and the shell alone are not here. */
export const commands: ReadonlyMap<string, Listed> = new Map(
  [
    listed(acceptInvitation),
    listed(changePassword),
    listed(deactivate),
    listed(invite),
    listed(reactivate),
    listed(rename),
    listed(resetLink),
    listed(setRoles),
    listed(signOutEverywhere),
    listed(withdrawInvitation),
    listed(changeSite),
    listed(bake),
    listed(publish),
    listed(retract),
    listed(schedule),
    listed(unschedule),
    listed(withdrawByLaw),
    listed(approve),
    listed(requestChanges),
    listed(revoke),
    listed(submit),
    listed(withdraw),
  ].map((one) => [one.name, one]),
);

/** The commands that need no session, because a secret in their input says who asks. */
export const publicCommands: ReadonlySet<string> = new Set(["invitation.accept"]);

const usualLimit = 256 * 1024;

function listed<Name extends string, Schema extends z.ZodType, Value, Refused extends Refusal>(
  command: Command<Name, Schema, Value, Refused>,
): Listed {
  return {
    name: command.name,
    bodyLimit: command.bodyLimit ?? usualLimit,
    input: command.input,
    answer: async (actor, body) => {
      const parsed = command.input.safeParse(body);
      return parsed.success ? command.run(actor, parsed.data) : fail(faultsOf(parsed.error));
    },
  };
}

/** Everything that is wrong with an input, one sentence for each field. */
function faultsOf(error: z.ZodError): Refusal & { issues: string[] } {
  const issues = error.issues.slice(0, 50).map(({ path, message }) => {
    const place = path.map(String).join(".");
    return place === "" ? message : `${place}: ${message}`;
  });
  return { kind: "invalid", message: issues.join(" "), issues };
}
