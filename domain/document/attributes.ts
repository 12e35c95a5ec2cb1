import { z } from "zod";
import { CitationItem } from "@/domain/citation/item";
import { ArticleId, Uuid } from "@/domain/ids";

/** Turns a zod schema into a ProseMirror attribute validator; a wrong value makes `Node.check()` throw. */
export function checkedBy(schema: z.ZodType) {
  return (value: unknown): void => {
    const result = schema.safeParse(value);
    if (!result.success) throw new RangeError(z.prettifyError(result.error));
  };
}

/** Ids of sections, citations and placeholder links, made where the node is made. */
export const NodeId = Uuid;

/** What an outward link may point at: web and mail addresses only, so no script can hide in one. */
export const Href = z
  .string()
  .max(2048)
  .regex(/^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)[^\s]*$/i, "not a web or mail address");

export const ArticleLink = ArticleId;
export const CitationItems = z.array(CitationItem).max(50);
export const Marker = z.string().max(500).nullable();
export const PlaceholderTarget = z.string().max(500);
export const SubheadingLevel = z.literal([3, 4]);
export const ListStart = z.int().min(0).max(1_000_000);
export const CodeLanguage = z.string().max(40).nullable();
export const CellAlignment = z.enum(["left", "center", "right"]).nullable();

/** Who made a claim that is reviewed: a name as readers see it, and a page that says for sure who that is. */
export const Claimant = z
  .string()
  .max(200)
  .regex(/^\P{C}*$/u, "one line of visible text");
export const ClaimantKind = z.enum(["person", "organization"]);
export const ClaimantAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s/][^\s]*$/i, "not a web address")
  .nullable();
/** The day on which a claim was made (ISO 8601). */
export const ClaimDay = z.iso.date().nullable();
/** A verdict on the scale of five (domain/publishing/claim); null while there is none. */
export const ClaimRating = z.literal([1, 2, 3, 4, 5]).nullable();
/** A verdict in the reviewer's own words; empty for the scale's. */
export const ClaimVerdict = z
  .string()
  .max(120)
  .regex(/^\P{C}*$/u, "one line of visible text");

/** Where a picture is said to be, as it was written; it is shown as words and never fetched or drawn from there. */
export const PictureAddress = z
  .string()
  .min(1)
  .max(2048)
  .regex(/^[^\u0000-\u001F\u007F]+$/u, "not an address or a path")
  .nullable();
export const PictureAlt = z.string().max(2000);
export const PictureCredit = z.string().max(500).nullable();
export const PictureLicence = z.string().max(200).nullable();
export const Decorative = z.boolean();
export const FigureWidth = z.enum(["text", "wide"]);

/** A picture that is kept: the SHA-256 of its whole form, which names it, that form's size in pixels, and its type. */
export const Picture = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
  type: z.enum(["jpeg", "png"]),
});
export type Picture = z.infer<typeof Picture>;
export const PictureOrNone = Picture.nullable();
