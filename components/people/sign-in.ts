/** Signs in; null when it worked, else what went wrong, as a sentence. */
export async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const { status, error } = await post("callback/credentials", { email, password });
    return status === 200 && !error ? null : inWords(error ?? "");
  } catch {
    return "The desk cannot be reached. Check your connection and try again.";
  }
}

/** Signs out, here and everywhere else, and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  await post("signout", {}).catch(() => undefined);
  window.location.assign("/sign-in");
}

/** What the server's short answer means to the person at the form. */
function inWords(error: string): string {
  if (error === "wrong") return "That e-mail and password do not go together.";
  const seconds = Number(/^limited:(\d+)$/.exec(error)?.[1]);
  if (!seconds) return "Signing in did not work, and it is not your fault. Try again in a moment.";
  const time = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many attempts. Try again in ${time}.`;
}

/** next-auth takes a form with the token that it gave out, and answers with an address that names the error, if any. */
async function post(action: string, fields: Record<string, string>): Promise<{ status: number; error: string | null }> {
  const given = await fetch("/api/auth/csrf", { credentials: "same-origin" });
  const { csrfToken }: { csrfToken: string } = await given.json();
  const response = await fetch(`/api/auth/${action}`, {
    method: "POST",
    credentials: "same-origin",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true", callbackUrl: "/desk" }),
  });
  const { url }: { url?: string } = await response.json();
  return { status: response.status, error: new URL(url ?? "/", window.location.href).searchParams.get("error") };
}
