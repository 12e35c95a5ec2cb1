import { createHash } from "node:crypto";
import type { Report } from "./read-report";

/** The words of a report shown once more, with the button that sends them. */
export function confirmPage(report: Report, token: string): Response {
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
    200,
    "Is this what you want to say?",
    `<blockquote>${escaped(report.words)}</blockquote><form method="post" action="/api/report">${hidden.join("")}<button>Send it to the newsroom</button></form>`,
  );
}

/** A page that says one thing. */
export const saidPage = (status: number, title: string, words: string): Response =>
  page(status, title, `<p>${escaped(words)}</p><p><a href="/">To the front page</a></p>`);

const style = `:root{color-scheme:light dark}body{max-width:36rem;margin:0 auto;padding:12vh 1.5rem;font:18px/1.6 Georgia,serif;background:light-dark(#fbfaf6,#171614);color:light-dark(#1d1b17,#ece7dc)}h1{font-size:1.9rem;line-height:1.15}blockquote{margin:0 0 1.5rem;padding:.2rem 0 .2rem 1rem;border-inline-start:3px solid light-dark(#0d4f63,#7cc4d8);white-space:pre-wrap;overflow-wrap:anywhere}a{color:inherit}button{padding:.6rem 1.3rem;border:0;border-radius:6px;background:light-dark(#0d4f63,#7cc4d8);color:light-dark(#fff,#171614);font:600 1rem system-ui,sans-serif;cursor:pointer}`;
const hash = createHash("sha256").update(style).digest("base64");

function page(status: number, title: string, body: string): Response {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
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
