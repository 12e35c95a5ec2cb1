import { type APIResponse, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { cookieOf } from "@/server/testing/door-world";
import { hire, type Somebody } from "@/server/testing/people";

/** Somebody who sits at a browser of their own, signed in, and can knock at the command door with the same session. */
export type Colleague = {
  name: string;
  context: BrowserContext;
  page: Page;
  /** Sends a command as the browser would, and answers whatever the door said. */
  knock: (command: string, input: object) => Promise<APIResponse>;
  /** Sends a command that must be done, and answers its value. */
  send: <Value = Record<string, unknown>>(command: string, input: object) => Promise<Value>;
};

type Role = Somebody["roles"][number];
type Hire = (name: string, ...roles: Role[]) => Promise<Colleague>;

/** Tests in which people are hired for the occasion: each test has its own, and they leave with it. */
export const test = base.extend<{ hire: Hire }>({
  hire: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, ...roles) => {
      const somebody = await hire(name, ...roles);
      const context = await browser.newContext();
      contexts.push(context);
      await signIn(context, somebody, here(baseURL));
      return { name, context, page: await context.newPage(), ...door(context, here(baseURL)) };
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** Gives a browser the session that signing in would give it. */
async function signIn(context: BrowserContext, somebody: Somebody, url: string): Promise<void> {
  const [name = "", value = ""] = (await cookieOf(somebody)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
}

/** The command door, as the browser of this context comes to it. */
export function door(context: BrowserContext, url: string): Pick<Colleague, "knock" | "send"> {
  const knock = (command: string, input: object) =>
    context.request.post(`/api/commands/${command}`, { data: input, headers: { origin: new URL(url).origin } });
  return {
    knock,
    send: async (command, input) => {
      const response = await knock(command, input);
      const answer = await response.json();
      if (!answer.ok) throw new Error(`${command} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
  };
}

function here(baseURL: string | undefined): string {
  if (!baseURL) throw new Error("BASE_URL names the product that is tried");
  return baseURL;
}
