declare module "@/scripts/test-template.mjs" {
  /** Finds or starts a test cluster, migrates the template in it and names both in the environment. */
  export default function setUp(): Promise<void>;
}
