import { fail, ok, type Result } from "@/domain/result";
import { hostOf } from "./link-address";

/** Hosts of public web archives, whose copies others can check too. */
const archives =
  /^(?:web\.archive\.org|archive\.(?:org|today|ph|is|li|vn|md|fo)|perma\.cc|arquivo\.pt|webcitation\.org|www\.webcitation\.org|wayback\.archive-it\.org|web\.archive\.bibalex\.org|www\.webarchive\.org\.uk|webarchive\.nationalarchives\.gov\.uk|webarchive\.loc\.gov|vefsafn\.is|wayback\.vefsafn\.is|swap\.stanford\.edu|haw\.nsk\.hr|megalodon\.jp|ghostarchive\.org|conifer\.rhizome\.org)$/u;

/**
 * The address of a copy in a public web archive, as https, with the moment of the copy where the address tells it
 * (`/web/20270503090000/`, the 14 digits of Memento's archives); else a sentence on what is wrong with it.
 */
export function archiveAddressOf(text: string): Result<{ url: string; at: Date | null }, string> {
  const host = hostOf(text);
  if (!host || /[\s"<>\\]/u.test(text)) return fail("That is not a web address.");
  if (!archives.test(host)) return fail(`${host} is not a public web archive that we know.`);
  if (!/^https?:\/\/[^/]+\/[^/?#]/iu.test(text)) return fail("That is the archive’s front page, not a copy in it.");
  return ok({ url: text.replace(/^http:/iu, "https:"), at: momentIn(text) });
}

function momentIn(text: string): Date | null {
  const [, year, month, day, hour = "00", minute = "00", second = "00"] =
    /\/(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?(?:[a-z]{2}_)?\//u.exec(text) ?? [];
  if (!year) return null;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
