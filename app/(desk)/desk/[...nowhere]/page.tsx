import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** Without this page an address under /desk that leads nowhere would get the readers' page that says so. */
export default function Nowhere() {
  notFound();
}
