import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes and one lane: the first set that OWASP's Password Storage Cheat Sheet names. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password's hash in PHC string format, salt and cost included. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

/** Whether a password is the one behind a hash. Without a hash that is one, the same work is done and the answer is no. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const usable = known?.startsWith("$argon2id$") ? known : null;
  const right = await verify(usable ?? (await nobodys()), password.normalize("NFC"));
  return right && usable !== null;
}

let made: Promise<string> | undefined;
const nobodys = (): Promise<string> => (made ??= hashPassword("a password that belongs to nobody"));
