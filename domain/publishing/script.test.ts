import { expect, test } from "vitest";
import { scriptOf } from "./script";

test("a text in Arabic or Hebrew letters is set right to left, whatever foreign names are in it", () => {
  expect(scriptOf("الطاحونة التي تعمل بالقمر (NASA)").dir).toBe("rtl");
  expect(scriptOf("הטחנה של הירח")).toEqual({ lang: "und-Hebr", dir: "rtl" });
});

test("a text with a word of Arabic in it stays left to right", () => {
  expect(scriptOf("The word for mill is طاحونة in Arabic")).toEqual({ lang: "en", dir: "ltr" });
  expect(scriptOf("1944 –")).toEqual({ lang: "en", dir: "ltr" });
});
