"use client";

import { useEffect, useState } from "react";
import { send } from "@/components/ui/send-command";
import type { ArticleId } from "@/domain/ids";
import type { BroughtFile } from "./brought-file";

const largest = 8 * 1024 * 1024;

/**
 * The steps of an import. Which file is being brought in is kept in the browser, and what of it is done on the server, so
 * that after a reload it goes on where it was.
 */
export function useImport(articleId: ArticleId | null) {
  const [file, setFile] = useState<BroughtFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const place = `imprimatur.import.${articleId ?? "library"}`;

  const look = async (id: string): Promise<BroughtFile | null> => {
    const found = await fetched(id);
    setFile(found);
    return found;
  };

  useEffect(() => {
    const kept = localStorage.getItem(place);
    if (kept)
      void fetched(kept).then((found) => {
        if (found && found.waiting > 0) setFile((now) => now ?? found);
        else localStorage.removeItem(place);
      });
  }, [place]);

  const choose = async (chosen: File) => {
    setProblem(null);
    if (chosen.size > largest)
      return setProblem(
        `“${chosen.name}” is larger than 8 MB, the most that is read at once; the command line takes more.`,
      );
    setBusy(true);
    const text = new TextDecoder("utf-8").decode(await chosen.arrayBuffer()).replaceAll("\0", "\ufffd");
    const result = await send<{ bibliographyId: string }>("source.read-file", {
      name: chosen.name,
      text,
      format: null,
      articleId,
    });
    if (result.ok) {
      localStorage.setItem(place, result.value.bibliographyId);
      if (!(await look(result.value.bibliographyId)))
        setProblem("The desk cannot be reached. The file is kept; open this again.");
    } else setProblem(result.error.message);
    setBusy(false);
  };

  const bringIn = async () => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    for (let waiting = file.waiting; waiting > 0; ) {
      const next = await send<Pick<BroughtFile, "added" | "known" | "failed" | "waiting">>("source.import", {
        bibliographyId: file.id,
        size: 250,
      });
      if (!next.ok) {
        setProblem(`${next.error.message} What came in stays; go on when you like.`);
        break;
      }
      waiting = next.value.waiting;
      const { added, known, failed } = next.value;
      setFile((now) => now && { ...now, added, known, failed, waiting });
    }
    const now = await look(file.id);
    if (now?.waiting === 0) localStorage.removeItem(place);
    setBusy(false);
  };

  const forget = () => {
    localStorage.removeItem(place);
    setFile(null);
    setProblem(null);
  };

  return { file, busy, problem, choose, bringIn, forget };
}

async function fetched(id: string): Promise<BroughtFile | null> {
  try {
    const response = await fetch(`/api/sources/files/${id}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
