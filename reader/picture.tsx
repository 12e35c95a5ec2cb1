import { deedOf } from "@/domain/document/licences";
import { type Pictured, webpName, wholeName, widthsOf } from "@/domain/document/pictures";
import { mediaPath } from "@/domain/publishing/address";

/**
 * A picture in the width that the reader's screen asks for; its room is kept before it comes. The first one of a page comes at
 * once, the others when the reader nears them.
 */
export function Picture({ shown, first }: { shown: Pictured; first: boolean }) {
  const { picture, alt, wide } = shown;
  const widths = widthsOf(picture);
  const sizes = wide ? "(min-width: 62rem) 60rem, 100vw" : "(min-width: 43rem) 41rem, 100vw";
  return (
    <picture>
      <source
        type="image/webp"
        srcSet={widths.map((width) => `${mediaPath(webpName(picture, width))} ${width}w`).join(", ")}
        sizes={sizes}
      />
      <img
        src={mediaPath(wholeName(picture))}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={first ? undefined : "lazy"}
        decoding="async"
      />
    </picture>
  );
}

/** Whose a picture is, and under which licence it may be used. */
export function Credit({ credit, licence }: { credit: string | null; licence: string | null }) {
  if (!credit && !licence) return null;
  const deed = licence && deedOf(licence);
  return (
    <small>
      {credit}
      {credit && licence && " · "}
      {deed ? (
        <a href={deed} rel="license">
          {licence}
        </a>
      ) : (
        licence
      )}
    </small>
  );
}
