/** What every answer says to browsers; the reader's pages, which may run next to nothing, say more of their own. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** What one person is answered is nobody else's. */
const unshared = { key: "Cache-Control", value: "private, no-store" };

/** The desk's pages: nothing from elsewhere. Next puts its own data into inline scripts, so those are let through. */
const desk = [
  {
    key: "Content-Security-Policy",
    value: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
  unshared,
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // `npm test` checks the types of everything, tests included; a start only builds.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "opentype.js",
    "pg",
    "pino",
    "rate-limiter-flexible",
    "undici",
  ],
  headers: async () => [
    { source: "/:path*", headers },
    ...["/desk/:path*", "/sign-in", "/invite/:path*"].map((source) => ({ source, headers: desk })),
    { source: "/api/:path*", headers: [unshared] },
    { source: "/invite/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};
