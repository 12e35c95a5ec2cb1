/** What taking in a list came to. */
export type TakenIn = {
  rows: number;
  notices: number;
  added: number;
  nameless: number;
  sources: number;
  problems: { line: number; message: string }[];
  problemCount: number;
};

/** Sends a list as it is; answers what it came to, or a sentence on why nothing was taken in. */
export async function sendRetractions(file: File): Promise<TakenIn | string> {
  try {
    const response = await fetch(`/api/retractions?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: file,
      credentials: "same-origin",
    });
    const answer = await response.json();
    return answer.ok ? answer.value : answer.error.message;
  } catch {
    return "The desk cannot be reached. Check your connection; nothing was taken in.";
  }
}
