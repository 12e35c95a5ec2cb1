import { z } from "zod";

/** A password as it is sent: its length is bounded before anything costly is done with it. */
export const Password = z.string().max(256, { message: "A password has at most 256 characters." });

export const shortestPassword = 12;

/** Everything that is wrong with a new password, in words; none when it will do. (After NIST SP 800-63B: length, no rules of composition, nothing guessable.) */
export function passwordFaults(password: string, email: string): string[] {
  const plain = bare(password);
  const faults = [
    [...password].length < shortestPassword && `Use at least ${shortestPassword} characters.`,
    isEmail(plain, email) && "Do not use your e-mail address.",
    (common.has(plain) || isPattern(plain)) && "This password is among the first that anyone would try.",
  ];
  return faults.filter((fault) => fault !== false);
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function isEmail(plain: string, email: string): boolean {
  const name = bare(email.split("@")[0] ?? "");
  const rest = plain.replace(name, "");
  return plain === bare(email) || (name.length > 3 && plain.includes(name) && rest.length < 6);
}

/** A few characters again and again, or a stretch of the alphabet, the digits or the keyboard, then at most a few more. */
function isPattern(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  return rows.some((row) => plain.length > 0 && row.includes(plain.slice(0, Math.max(8, plain.length - 3))));
}

const keyboard = ["qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "1q2w3e4r5t6y7u8i9o0p", ...keyboard].flatMap(
  (row) => [row.repeat(2), [...row].reverse().join("").repeat(2)],
);

const stems = ["password", "passwort", "motdepasse", "letmein", "welcome", "iloveyou", "administrator", "changeme"];
const common = new Set([
  ...stems.flatMap((stem) => ["1", "12", "123", "1234", "12345", "123456"].map((end) => `${stem}${end}`)),
  ...stems.map((stem) => stem.repeat(2)),
  ...["2023", "2024", "2025", "2026", "2027"].flatMap((year) => stems.map((stem) => `${stem}${year}`)),
  "correcthorsebatterystaple",
  "thisismypassword",
  "mypasswordissecret",
  "passwordpassword1",
  "passw0rd1234",
  "p4ssw0rd1234",
  "imprimatur123",
  "imprimatur1234",
  "imprimaturimprimatur",
  "letmeinplease",
  "trustno1trustno1",
  "footballfootball",
  "iamtheadministrator",
  "newsroom1234",
]);
