import { notFound } from "next/navigation";

/** Without this page an address under /desk that leads nowhere would get the readers' page that says so. */
export default function Nowhere() {
  notFound();
}
