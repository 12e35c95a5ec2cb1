"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import type { SourceRecord } from "@/domain/source/record";
import { typeLabel } from "./type-label";

type Props = { types: SourceRecord["type"][]; type: string | null; used: "yes" | "no" | null };

/** Narrows the library to a type, and to what articles rest on or not; both live in the address. */
export function LibraryFilters({ types, type, used }: Props) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.delete("after");
    if (value) next.set(name, value);
    else next.delete(name);
    startTransition(() => router.replace(`${path}?${next}`, { scroll: false }));
  };
  const named = types.map((one) => ({ type: one, label: typeLabel(one) }));
  return (
    <div className={`flex w-full gap-2 sm:w-auto ${pending ? "opacity-60" : ""}`}>
      <select
        aria-label="Type of source"
        value={type ?? ""}
        onChange={(event) => choose("type", event.target.value)}
        className={look}
      >
        <option value="">All types</option>
        {named
          .toSorted((a, b) => (a.label < b.label ? -1 : 1))
          .map((one) => (
            <option key={one.type} value={one.type}>
              {one.label}
            </option>
          ))}
      </select>
      <select
        aria-label="Used or not"
        value={used ?? ""}
        onChange={(event) => choose("used", event.target.value)}
        className={look}
      >
        <option value="">Used or not</option>
        <option value="yes">Used in an article</option>
        <option value="no">Not used</option>
      </select>
    </div>
  );
}

const look = "min-w-0 flex-1 rounded-md border border-rule-strong bg-sheet px-2.5 py-2 text-ink hover:bg-wash";
