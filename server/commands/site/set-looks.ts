import { may } from "@/domain/access/policy";
import { canonicalJson } from "@/domain/document/canonical";
import type { Looks } from "@/domain/looks/looks";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { houseLooks } from "@/server/db/looks";
import { json } from "@/server/db/rows";
import { looksFrom, LooksInput } from "./looks-input";

/**
 * Decides how the house looks to readers: accent, logo, headlines, links, where corrections stand; what is not given stays.
 * All pages are baked anew soon after.
 */
export const setLooks = command({
  name: "site.set-looks",
  input: LooksInput,
  run: (actor, input) =>
    inTransaction(async (tx) => {
      if (!may("site.edit", actor)) return fail({ kind: "forbidden" });
      const before = await houseLooks(tx);
      const looks = looksFrom(input, before);
      if (!looks.ok) return looks;
      if (canonicalJson(before) === canonicalJson(looks.value)) return ok({ changed: false });
      const chosen = { looks: json(looks.value) };
      await tx.site.upsert({ where: { only: true }, create: { name: "Imprimatur", ...chosen }, update: chosen });
      const data = { name: "looks", before: toldOf(before), after: toldOf(looks.value), pages: true };
      await record(tx, actor, { type: "settings.changed", article: null, data });
      return ok({ changed: true });
    }),
});

/** History tells of a logo that there is one, and how large; the file itself is not its matter. */
const toldOf = ({ logo, ...looks }: Looks) => ({
  ...looks,
  logo: logo && { width: logo.width, height: logo.height },
});
