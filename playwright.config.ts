import { defineConfig, devices } from "@playwright/test";

const house = /(?:looks|receipts)\.spec\.ts$/;
const root = process.getuid?.() === 0;

/**
 * Journeys against the built product that `npm test` has started: BASE_URL is its address, CHROMIUM_PATH the browser
 * that was found. `npm test -- --only browser` runs them alone.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two files at a time, each with people and articles of its own; what changes the house for everybody goes alone, at the end.
  fullyParallel: false,
  workers: 2,
  projects: [
    { name: "journeys", testIgnore: house },
    { name: "house", testMatch: house, dependencies: ["journeys"], workers: 1 },
  ],
  forbidOnly: process.env["CI"] === "true",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env["BASE_URL"] ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // What a trace takes is a sixth of all the time: it is drawn where somebody wants to see what went wrong.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] ? { executablePath: process.env["CHROMIUM_PATH"] } : {}),
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-dev-shm-usage",
        "--disable-domain-reliability",
        "--disable-gpu",
        "--disable-software-rasterizer",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
      ],
    },
  },
});
