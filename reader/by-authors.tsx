import { Fragment } from "react";
import { inAscii, listPath } from "@/domain/publishing/address";
import { authorsOf } from "@/domain/publishing/authors";

/** A byline with each name leading to what else that person wrote; one that names nobody stands as it is. */
export function ByAuthors({ byline }: { byline: string }) {
  const authors = authorsOf(byline);
  if (authors.length === 0) return <b>{byline}</b>;
  return (
    <b>
      {authors.map(({ name, slug }, index) => (
        <Fragment key={slug}>
          {index > 0 && (index === authors.length - 1 ? " and " : ", ")}
          <a href={inAscii(listPath("author", slug))} rel="author">
            {name}
          </a>
        </Fragment>
      ))}
    </b>
  );
}
