import type { Tone } from "@/components/ui/state-tag";
import type { LinkGroup } from "@/domain/source/link-words";

/** The role colour of each group of states. */
export const groupTones: Readonly<Record<LinkGroup, Tone>> = { found: "ok", unknown: "plain", lost: "blocker" };
