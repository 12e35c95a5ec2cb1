/**
 * What every answer to a reader says, whatever it is: no guessing of types, no use by other sites' pages, no address of ours to
 * others beyond the site's name, no devices. Whether the site is one of https is its own setting; a header could be anybody's.
 */
export const bearing = (): string[] => [...always, ...onlySecurely()];

/** That a site of https is to be reached in no other way (RFC 6797); the desk's answers say it too. */
export const onlySecurely = (): string[] =>
  process.env["SITE_URL"]?.startsWith("https:") ? ["strict-transport-security", "max-age=31536000"] : [];

const always = [
  "x-content-type-options",
  "nosniff",
  "referrer-policy",
  "strict-origin-when-cross-origin",
  "cross-origin-opener-policy",
  "same-origin",
  "cross-origin-resource-policy",
  "same-origin",
  "permissions-policy",
  "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
];
