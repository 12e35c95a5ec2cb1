import { acceptInvitation } from "./access/accept-invitation";
import { changePassword } from "./access/change-password";
import { deactivate as deactivatePerson } from "./access/deactivate";
import { invite as invitePerson } from "./access/invite";
import { reactivate as reactivatePerson } from "./access/reactivate";
import { rename as renameAccount } from "./access/rename";
import { resetLink } from "./access/reset-link";
import { setRoles } from "./access/set-roles";
import { signOutEverywhere } from "./access/sign-out-everywhere";
import { withdrawInvitation } from "./access/withdraw-invitation";
import { beginTranslation } from "./article/begin-translation";
import { catchUp } from "./article/catch-up";
import { checkpoint } from "./article/checkpoint";
import { create as createArticle } from "./article/create";
import { format as formatArticle } from "./article/format";
import { file as fileArticle } from "./article/file";
import { handOver } from "./article/hand-over";
import { rename as renameArticle } from "./article/rename";
import { restore } from "./article/restore";
import { restyle as restyleArticle } from "./article/restyle";
import { saveSteps } from "./article/save-steps";
import { dispute as disputeCitation } from "./citation/dispute";
import { verify as verifyCitations } from "./citation/verify";
import { dismiss as dismissDuplicate } from "./duplicate/dismiss";
import { reopen as reopenDuplicate } from "./duplicate/reopen";
import { translate as translateArticle } from "./article/translate";
import { importText } from "./importing/import";
import { bake } from "./publishing/bake";
import { publish } from "./publishing/publish";
import { retract } from "./publishing/retract";
import { schedule } from "./publishing/schedule";
import { unschedule } from "./publishing/unschedule";
import { withdrawByLaw } from "./publishing/withdraw-by-law";
import { add as addReference } from "./reference/add";
import { createSource } from "./reference/create-source";
import { dropLabels } from "./reference/drop-labels";
import { remove as removeReference } from "./reference/remove";
import { reorder as reorderReferences } from "./reference/reorder";
import { resolve as resolveReference } from "./reference/resolve";
import { approve as approveSections } from "./review/approve";
import { requestChanges } from "./review/request-changes";
import { revoke as revokeApproval } from "./review/revoke";
import { submit as submitForReview } from "./review/submit";
import { withdraw as withdrawFromReview } from "./review/withdraw";
import { setFinding } from "./settings/set-finding";
import { changeChecking } from "./settings/change-checking";
import { setRules } from "./settings/set-rules";
import { setCiting } from "./settings/set-citing";
import { changeSite } from "./site/change";
import { previewLooks } from "./site/preview-looks";
import { setLooks } from "./site/set-looks";
import { capture as captureSource } from "./source/capture";
import { check as checkSources } from "./source/check";
import { checkStanding } from "./source/check-standing";
import { create as addSource } from "./source/create";
import { edit as editSource } from "./source/edit";
import { find as findSource } from "./source/find";
import { merge as mergeSources } from "./source/merge";
import { unmerge as unmergeSource } from "./source/unmerge";
import { recordArchive } from "./source/record-archive";
import { replaceReceiptKey } from "./publishing/replace-key";
import { settle as settleReport } from "./report/settle";
import { finish as finishTask } from "./task/finish";
import { importNext as importSources } from "./source/import";
import { readFile as readBibliography } from "./source/read-file";
import { add as addStyle } from "./style/add";
import { remove as removeStyle } from "./style/remove";
import { answer as answerThread } from "./thread/answer";
import { open as openThread } from "./thread/open";
import { reopen as reopenThread } from "./thread/reopen";
import { resolve as resolveThread } from "./thread/resolve";
import { changeTopic } from "./topic/change";
import { createTopic } from "./topic/create";
import { mergeTopics } from "./topic/merge";
import { removeTopic } from "./topic/remove";
import { tag as tagSources } from "./source/tag";
import { deleteView } from "./view/delete";
import { save as saveView } from "./view/save";
import { confirm as confirmWaiver } from "./waiver/confirm";
import { request as requestWaiver } from "./waiver/request";
import { withdraw as withdrawWaiver } from "./waiver/withdraw";
import { type Listed, listed } from "./listed";

/** Every command that can be asked for over HTTP. Those of the worker and the shell alone are not here. */
export const commands: ReadonlyMap<string, Listed> = new Map(
  [
    listed(acceptInvitation),
    listed(changePassword),
    listed(deactivatePerson),
    listed(invitePerson),
    listed(reactivatePerson),
    listed(renameAccount),
    listed(resetLink),
    listed(setRoles),
    listed(signOutEverywhere),
    listed(withdrawInvitation),
    listed(checkpoint),
    listed(createArticle),
    listed(formatArticle),
    listed(fileArticle),
    listed(translateArticle),
    listed(beginTranslation),
    listed(catchUp),
    listed(createTopic),
    listed(changeTopic),
    listed(mergeTopics),
    listed(removeTopic),
    listed(handOver),
    listed(renameArticle),
    listed(restore),
    listed(restyleArticle),
    listed(saveSteps),
    listed(importText),
    listed(bake),
    listed(publish),
    listed(retract),
    listed(schedule),
    listed(unschedule),
    listed(withdrawByLaw),
    listed(addReference),
    listed(createSource),
    listed(dropLabels),
    listed(removeReference),
    listed(reorderReferences),
    listed(resolveReference),
    listed(approveSections),
    listed(requestChanges),
    listed(revokeApproval),
    listed(submitForReview),
    listed(withdrawFromReview),
    listed(setFinding),
    listed(setRules),
    listed(setCiting),
    listed(changeSite),
    listed(previewLooks),
    listed(setLooks),
    listed(checkStanding),
    listed(addSource),
    listed(editSource),
    listed(findSource),
    listed(mergeSources),
    listed(unmergeSource),
    listed(dismissDuplicate),
    listed(reopenDuplicate),
    listed(changeChecking),
    listed(captureSource),
    listed(checkSources),
    listed(recordArchive),
    listed(finishTask),
    listed(settleReport),
    listed(replaceReceiptKey),
    listed(importSources),
    listed(readBibliography),
    listed(addStyle),
    listed(removeStyle),
    listed(answerThread),
    listed(openThread),
    listed(reopenThread),
    listed(resolveThread),
    listed(tagSources),
    listed(saveView),
    listed(deleteView),
    listed(confirmWaiver),
    listed(requestWaiver),
    listed(withdrawWaiver),
    listed(verifyCitations),
    listed(disputeCitation),
  ].map((one) => [one.name, one]),
);

/** The commands that need no session, because a secret in their input says who asks. */
export const publicCommands: ReadonlySet<string> = new Set(["invitation.accept"]);
