import { type NextRequest, NextResponse } from "next/server";

/**
 * Tells the desk's pages their own address, so that the sign-in page can lead back to it. It guards nothing: every page,
 * query and command asks for the actor by itself, with or without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-desk-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: "/desk/:path*" };
