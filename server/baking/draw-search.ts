import type { SiteView } from "@/domain/publishing/edition";
import type { Found } from "@/domain/publishing/found";
import { SearchPage } from "@/reader/search-page";
import { markup } from "./markup";
import { stylesheet } from "./stylesheet";

/** The page that answers a reader's search: the only one that is drawn when it is asked for. */
export const drawSearch = async (props: {
  site: SiteView;
  found: Found;
  languages: readonly string[];
}): Promise<string> => markup(SearchPage({ ...props, style: await stylesheet("lists") }));
