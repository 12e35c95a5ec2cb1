import type { Looks } from "@/domain/looks/looks";
import type { SiteView } from "@/domain/publishing/edition";
import { NoticePage } from "@/reader/notice-page";
import { looksView } from "./house-assets";
import { markup } from "./markup";
import { pack, type Packed } from "./pack";
import { stylesheet } from "./stylesheet";

/** The 404 page that is drawn when it is asked for, naming what is near to the address that was missed; packed as pages are. */
export async function drawMissing(props: {
  site: Omit<SiteView, "looks"> & { looks: Looks };
  near: readonly { slug: string; title: string; language: string }[];
}): Promise<Packed> {
  const site = { ...props.site, looks: looksView(props.site.looks) };
  const style = await stylesheet("lists");
  return pack(Buffer.from(await markup(NoticePage({ site, about: "missing", near: props.near, style }))), "quick");
}
