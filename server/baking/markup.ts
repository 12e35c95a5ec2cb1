import type { ReactElement } from "react";

/** A whole HTML document. React's renderer is loaded when needed: Next refuses a static import of it in route handlers. */
export async function markup(page: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
