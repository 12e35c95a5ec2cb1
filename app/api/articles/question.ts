/** The words that a request asks for with `?q=`: at most 300 characters, none of them invisible. */
export const questionIn = (request: Request): string =>
  (new URL(request.url).searchParams.get("q") ?? "").replace(/\p{C}+/gu, " ").slice(0, 300);
