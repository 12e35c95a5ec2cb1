import { signOut } from "@/components/people/sign-in";

/** The places of the desk that a person can go to, in the order of the bar. */
export const placesFor = (isAdmin: boolean) => [
  { href: "/desk", label: "Articles" } as const,
  { href: "/desk/sources", label: "Sources" } as const,
  { href: "/desk/topics", label: "Topics" } as const,
  ...(isAdmin
    ? [{ href: "/desk/people", label: "People" } as const, { href: "/desk/settings", label: "Settings" } as const]
    : []),
];

/** Signs out and leaves the desk. */
export const leave = (): void => void signOut();
