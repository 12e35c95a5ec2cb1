import { wantedForm } from "@/server/queries/accept";
import { type Asked, pageAnswer, type ReaderAnswer } from "@/server/queries/reader-answer";
import { rememberedPage } from "@/server/queries/reader-page";
import { answerPath } from "./missing";
import { answerSearch, searchPath } from "./search";

/** A GET or HEAD of a reader, with its target as it stands in the request (RFC 9112, 3.2.1). */
export type TargetAsked = Omit<Asked, "pathname"> & { target: string };

/** What a reader is answered: at once where memory is sure of the page, else when the database has been asked. */
export function answerTarget(asked: TargetAsked): ReaderAnswer | Promise<ReaderAnswer> {
  const { method, target } = asked;
  const pathname = pathOf(target);
  if (pathname === searchPath) return answerSearch(method, target);
  // What is kept under exactly these letters needs no decoding: pages are stored under their one canonical path.
  const kept = wantedForm(asked.accept) ? null : rememberedPage(pathname, Date.now());
  return kept ? pageAnswer(asked, kept, "packed") : answerPath({ ...asked, pathname }, "packed");
}

const pathOf = (target: string): string => {
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
};
