"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Kbd } from "./kbd";

type Props = { label: string; placeholder: string };

/** A search that lives in the address (`?q=`): answered while one types, kept by reload and the back button; `/` leads to it. */
export function SearchBox({ label, placeholder }: Props) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const inAddress = params.get("q") ?? "";
  const [typed, setTyped] = useState(inAddress);
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const busy =
        target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog]");
      if (event.key !== "/" || busy || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const go = (query: string) => {
    clearTimeout(timer.current);
    const next = new URLSearchParams(params);
    next.delete("after");
    if (query.trim()) next.set("q", query.trim());
    else next.delete("q");
    startTransition(() => router.replace(`${path}?${next}`, { scroll: false }));
  };

  return (
    <search className="w-full min-w-0 sm:w-80">
      <form
        className="flex items-center gap-2 rounded-md border border-rule-strong bg-sheet px-3 focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-wash"
        onSubmit={(event) => {
          event.preventDefault();
          go(typed);
        }}
      >
        <Search
          size={15}
          aria-hidden
          className={`shrink-0 ${pending ? "animate-pulse text-accent" : "text-ink-faint"}`}
        />
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          maxLength={200}
          onChange={({ target: { value } }) => {
            setTyped(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => go(value), 250);
          }}
          className="min-w-0 flex-1 bg-transparent py-2 outline-none placeholder:text-ink-faint"
        />
        <span aria-hidden className={typed ? "hidden" : "hidden sm:inline"}>
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}
