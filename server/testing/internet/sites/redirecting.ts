import type { Site, SiteAnswer } from "@/server/testing/internet/site";
import { page } from "./page";

/**
 * Sends on: /chain/3 three times and then to a page, /loop to itself, /there-and-back in a circle, /moved for good to the
 * harbour article, /to?ADDRESS anywhere, /nowhere without saying where, and /status/302 with that status to the page.
 */
export const redirecting: Site = {
  host: "moved.example",
  answer: ({ url }): SiteAnswer => {
    const [, verb, word] = url.pathname.split("/");
    if (verb === "chain" && Number(word) > 0) return to(302, `/chain/${Number(word) - 1}`);
    if (verb === "status") return to(Number(word), "/end");
    if (verb === "loop") return to(302, "/loop");
    if (verb === "there-and-back") return to(301, "/back-and-there");
    if (verb === "back-and-there") return to(301, "/there-and-back");
    if (verb === "moved") return to(301, "https://halden-courier.example/harbour");
    if (verb === "to") return to(302, decodeURIComponent(url.search.slice(1)));
    if (verb === "nowhere") return { status: 302 };
    return page({ title: "The end", body: "<h1>The end of the way</h1>" });
  },
};

const to = (status: number, location: string): SiteAnswer => ({ status, headers: { location } });
