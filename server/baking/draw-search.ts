import type { Looks } from "@/domain/looks/looks";
import type { SiteView } from "@/domain/publishing/edition";
import type { Found } from "@/domain/publishing/found";
import { SearchPage } from "@/reader/search-page";
import { looksView } from "./house-assets";
import { markup } from "./markup";
import { stylesheet } from "./stylesheet";

/** The page that answers a reader's search, drawn when it is asked for. */
export async function drawSearch(props: {
  site: Omit<SiteView, "looks"> & { looks: Looks };
  found: Found;
  languages: readonly string[];
}): Promise<string> {
  const site = { ...props.site, looks: looksView(props.site.looks) };
  return markup(SearchPage({ ...props, site, style: await stylesheet("lists") }));
}
