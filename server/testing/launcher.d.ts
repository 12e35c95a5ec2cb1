declare module "@/scripts/test-template.mjs" {
  /** Finds or starts a test cluster, migrates the template in it and names both in the environment. */
  export default function setUp(): Promise<void>;
}

declare module "@/scripts/test-internet.mjs" {
  /** Refuses, by throwing, an environment that leads a product which is not for tests to a fake internet. */
  export function checkTestInternet(environment: Readonly<Record<string, string | undefined>>): void;
}

declare module "@/scripts/ports.mjs" {
  /** A port of 127.0.0.1 that nothing listens at. */
  export function freePort(): Promise<number>;
}
