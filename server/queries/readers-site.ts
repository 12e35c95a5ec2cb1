import { Looks, plainLooks } from "@/domain/looks/looks";
import { readerPool } from "@/server/db/reader-pool";

/** What a page that is drawn when it is asked for says of the house. */
export type ReadersSite = { name: string; tagline: string; baseUrl: string; looks: Looks };

/** The house as the readers' role sees it. */
export async function readersSite(): Promise<ReadersSite> {
  const { rows } = await readerPool().query<Omit<ReadersSite, "looks"> & { looks: unknown }>(
    'select name, tagline, base_url as "baseUrl", looks from site limit 1',
  );
  const [site = { name: "Imprimatur", tagline: "", baseUrl: "", looks: null }] = rows;
  return { ...site, looks: site.looks ? Looks.parse(site.looks) : plainLooks };
}
