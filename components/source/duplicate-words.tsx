import Link from "next/link";
import type { ReactNode } from "react";
import type { CommandError } from "@/components/ui/send-command";

/** Why a source was not taken, in words; one that the library has already is named with the way to it. */
export function duplicateWords(error: CommandError): ReactNode {
  const { kind, sourceId, title } = error;
  if (kind !== "duplicate" || typeof sourceId !== "string") return error.message;
  return (
    <>
      The library has this work already:{" "}
      <Link href={`/desk/sources/${sourceId}`} className="font-semibold underline underline-offset-4">
        {typeof title === "string" ? title : "look at it"}
      </Link>
      .
    </>
  );
}
