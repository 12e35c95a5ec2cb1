import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/** Never says 404: what it does not have is told in a page of status 200, or at /old-… by a way to the front page. */
export const soft404: Site = {
  host: "soft-404.example",
  answer: ({ url }) => {
    if (url.pathname === "/")
      return page({ title: "The Almanac", body: "<h1>The Almanac</h1><p>Tides and moons.</p>" });
    if (url.pathname.startsWith("/old-")) return { status: 302, headers: { location: "/" } };
    return page({
      title: "Page not found – The Almanac",
      body: "<h1>Sorry!</h1><p>The page you were looking for could not be found. It may have been moved or deleted.</p>",
    });
  },
};
