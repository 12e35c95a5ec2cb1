import { createHash } from "node:crypto";
import type { Report } from "./read-report";

/** The words of a report shown once more, with the button that sends them, and with what spoke against it if something did. */
export function confirmPage(report: Report, token: string, fault: string | null): Response {
  const fields = {
    article: report.articleId,
    edition: String(report.edition),
    reference: report.reference ?? "",
    words: report.words,
    website: "",
    token,
  };
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return page(
    fault ? 422 : 200,
    "Is this what you want to say?",
    `${fault ? `<p role="alert">${escaped(fault)}</p>` : ""}<blockquote>${escaped(report.words)}</blockquote><form method="post" action="/api/report">${hidden.join("")}<button>Send it to the newsroom</button></form><p class="aside">To say it otherwise, go back. Nobody is told who you are.</p>`,
  );
}

/** A page that says one thing. */
export const saidPage = (status: number, title: string, words: string): Response =>
  page(status, title, `<p>${escaped(words)}</p><p><a href="/">To the front page</a></p>`);

/** The readers' papers and inks (reader/tokens.css), in the few rules that these pages need. */
const style = `:root{color-scheme:light dark;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,Charter,Georgia,serif;--accent:light-dark(#0d4f63,#7cc4d8)}body{max-width:36rem;margin:0 auto;padding:14vh 1.5rem 4rem;font:17px/1.6 ui-sans-serif,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif;background:light-dark(#fbfaf6,#171614);color:light-dark(#1d1b17,#ece7dc)}.kicker{margin:0 0 .5rem;font-size:.84rem;font-weight:600;color:var(--accent)}h1{margin:0 0 1.5rem;padding-bottom:1.4rem;border-bottom:2px solid;font:600 2rem/1.15 var(--serif);text-wrap:balance}blockquote{margin:0 0 1.75rem;padding:.1rem 0 .1rem 1.1rem;border-inline-start:3px solid var(--accent);font:1.12rem/1.55 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere}[role=alert]{padding:.7rem 1rem;border-radius:6px;background:light-dark(#faf0d9,#3a2c10)}.aside{margin-top:1.5rem;font-size:.88rem;color:light-dark(#5f594e,#aaa294)}a{color:var(--accent);text-underline-offset:.2em}button{padding:.65rem 1.3rem;border:0;border-radius:6px;background:light-dark(#1d1b17,#ece7dc);color:light-dark(#fbfaf6,#171614);font:inherit;font-weight:600;cursor:pointer}:focus-visible{outline:2px solid var(--accent);outline-offset:3px}@media(forced-colors:active){button{border:1px solid}}`;
const hash = createHash("sha256").update(style).digest("base64");

function page(status: number, title: string, body: string): Response {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><p class="kicker">Report a problem</p><h1>${escaped(title)}</h1>${body}</main></body></html>`;
  return new Response(text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
    },
  });
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
