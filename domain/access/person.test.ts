import { expect, test } from "vitest";
import { passwordFaults } from "./password";
import { Email, PersonName, Roles } from "./person";

test("an e-mail is the same person however it is typed", () => {
  expect(Email.parse("  Ana.Ortiz@Example.ORG ")).toBe("ana.ortiz@example.org");
  expect(Email.parse("ana@example.org")).toBe("ana@example.org");
});

test.each(["", "ana", "ana@", "@example.org", "ana@example", "ana@example.org, bo@example.org", "ana\n@example.org"])(
  "%j is nobody's e-mail",
  (given) => expect(Email.safeParse(given).success).toBe(false),
);

test("a name is one line of visible text", () => {
  expect(PersonName.parse("  Ana \n Ortiz ")).toBe("Ana Ortiz");
  expect(PersonName.safeParse("   ").success).toBe(false);
  expect(PersonName.safeParse("Ana\u202eOrtiz").success).toBe(false);
  expect(PersonName.safeParse("a".repeat(121)).success).toBe(false);
});

test("a role given twice is given once, and nobody is without any", () => {
  expect(Roles.parse(["reviewer", "editor", "reviewer"])).toEqual(["editor", "reviewer"]);
  expect(Roles.safeParse([]).success).toBe(false);
  expect(Roles.safeParse(["system"]).success).toBe(false);
});

test.each([
  "short",
  "elevenchars",
  "Password-1234",
  "passwordpassword",
  "abcdefghijklm",
  "1234567890123",
  "qwertyuiop123",
  "aaaaaaaaaaaaaaa",
  "ababababababab",
  "Correct horse battery staple",
  "ana.ortiz@example.org",
  "ana.ortiz-2025!",
])("%j is refused as a password", (password) => {
  expect(passwordFaults(password, "ana.ortiz@example.org")).not.toEqual([]);
});

test.each(["a ferry before the bridge", "túnel-puente-barca", "Tz4!hQ9_vLm2w", "ortiz writes on tuesdays only"])(
  "%j will do as a password",
  (password) => expect(passwordFaults(password, "ana.ortiz@example.org")).toEqual([]),
);

test("a password that is bad in two ways is told both", () => {
  expect(passwordFaults("12345", "ana@example.org")).toHaveLength(2);
});
