import { fail, ok } from "@/domain/result";
import { ask, textIn } from "./ask";
import type { Finder } from "./finder";
import { keepFields } from "./keep-fields";
import { pageFields } from "./page/page-fields";

/** The page itself: what it says of the work in it, for machines and else in its title. */
export const page: Finder = {
  id: "page",
  finds: ["url"],
  find: async ({ value }, fetch, asking) => {
    const answer = await ask(value, fetch, asking, { accept: ["text/html", "application/xhtml+xml"] });
    if (!answer.ok) return answer;
    if (answer.value === null)
      return fail({ kind: "missing", why: "There is no page at this address (404).", retryAfter: null });
    const html = textIn(answer.value).slice(0, mostLetters);
    const { fields, via, problems, wall } = pageFields(html, answer.value.url, asking.now);
    if (wall) return fail({ kind: "wall", why: `It shows machines something else: “${wall}”.`, retryAfter: null });
    const kept = keepFields(fields);
    if (!kept.record) return ok([]);
    return ok([{ record: kept.record, problems: [...problems, ...kept.problems], notices: [], at: value, via }]);
  },
};

/** Pages say what they are at their beginning; reading more would only hold up others. */
const mostLetters = 1_000_000;
