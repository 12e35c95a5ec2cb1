import type { SiteAnswer } from "@/server/testing/internet/site";

/** A JSON answer as an API gives it. */
export const json = (value: unknown, type = "application/json"): SiteAnswer => ({
  headers: { "content-type": type },
  body: JSON.stringify(value),
});

/** An answer in another form, with its media type. */
export const typed = (type: string, body: string | Uint8Array): SiteAnswer => ({
  headers: { "content-type": type },
  body,
});

/** What is not there. */
export const missing: SiteAnswer = {
  status: 404,
  headers: { "content-type": "text/plain" },
  body: "Resource not found.",
};
