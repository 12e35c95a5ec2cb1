"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { formerPlaces } from "./places";

/** Leads on whoever comes by an address of when the settings were one page. */
export function FormerPlace() {
  const router = useRouter();
  useEffect(() => {
    const place = formerPlaces[location.hash];
    if (place) router.replace(place);
  }, [router]);
  return null;
}
