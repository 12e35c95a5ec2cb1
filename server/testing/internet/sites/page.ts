import type { SiteAnswer } from "@/server/testing/internet/site";

/** An HTML page as sites send it. */
export function page({
  status = 200,
  title,
  head = "",
  body,
  headers = {},
}: {
  status?: number;
  title: string;
  head?: string;
  body: string;
  headers?: Readonly<Record<string, string>>;
}): SiteAnswer {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title>\n${head}</head>\n<body>${body}</body></html>\n`,
  };
}
