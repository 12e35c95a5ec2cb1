declare module "@/scripts/test-template.mjs" {
  /** Finds or starts a test cluster, migrates the template in it and names both in the environment. */
  export default function setUp(): Promise<void>;
}

declare module "@/scripts/test-internet.mjs" {
  /** Refuses, by throwing, an environment that leads a product which is not for tests to a fake internet. */
  export function checkTestInternet(environment: Readonly<Record<string, string | undefined>>): void;
}
