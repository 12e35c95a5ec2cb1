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
import { create } from "./article/create";
import { saveSteps } from "./article/save-steps";
import { importText } from "./importing/import";
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
import { type Listed, listed } from "./listed";

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
    listed(create),
    listed(saveSteps),
    listed(importText),
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
