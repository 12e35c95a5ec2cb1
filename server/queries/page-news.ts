import { listen } from "@/server/db/listen";

/** Hears the path of every page that was written or taken away, as the readers' role; answers how to stop. */
export const hearOfPages = (hear: (path: string) => void): Promise<() => void> =>
  listen("imprimatur_pages", { hear, resumed: () => undefined });
