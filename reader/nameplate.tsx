import type { ReactNode } from "react";
import type { SiteView } from "@/domain/publishing/edition";

/** The most room that a logo is given, in CSS pixels. */
const most = { width: 260, height: 44 };

/** The house's name as it stands at the head: its logo with the name as its words, else the name. Its room is kept before it comes. */
export function nameplate({ name, looks }: SiteView): ReactNode {
  if (!looks?.logo) return name;
  const { src, width, height } = looks.logo;
  const scale = Math.min(most.width / width, most.height / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return <img src={src} alt={name} {...size} fetchPriority="low" />;
}
