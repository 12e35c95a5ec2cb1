/** The first segments of the paths that Next answers: the desk and what belongs to it. All else is the readers'. */
export const ownSegments: readonly string[] = ["_next", "api", "desk", "icon.svg", "invite", "sign-in"];

/** Whether a request target (RFC 9112, 3.2) is Next's to answer; one that is not in origin form is Next's too. */
export function isOwnPath(target: string): boolean {
  if (!target.startsWith("/")) return true;
  const end = target.slice(1).search(/[/?#]/);
  return ownSegments.includes(end === -1 ? target.slice(1) : target.slice(1, end + 1));
}
