/** Where to go after signing in: the path that was asked for if it is one of the desk's own, else the desk. */
export function ownPath(asked: unknown): string {
  const home = "/desk";
  if (typeof asked !== "string" || !URL.canParse(asked, base)) return home;
  const url = new URL(asked, base);
  if (url.origin !== base || !/^\/(desk(\/|$))/.test(url.pathname)) return home;
  return `${url.pathname}${url.search}${url.hash}`;
}

const base = "http://own.invalid";
