import { expect, test } from "vitest";
import { plainText } from "./plain-text";
import { dateFromParts, dateFromText } from "./written-date";
import { nameFromText, namesFromText } from "./written-name";

test.each<[string, number[] | null]>([
  ["2019-08-26", [2019, 8, 26]],
  ["2019-08-26T23:30:00+02:00", [2019, 8, 26]],
  ["2019/8", [2019, 8]],
  ["08/2019", [2019, 8]],
  ["2019/08/26", [2019, 8, 26]],
  ["20190826", [2019, 8, 26]],
  ["2019", [2019]],
  ["26 August 2019", [2019, 8, 26]],
  ["August 26th, 2019", [2019, 8, 26]],
  ["2019 Aug 26", [2019, 8, 26]],
  ["Mon, 26 Aug 2019 10:00:00 GMT", [2019, 8, 26]],
  ["26. März 2019", [2019, 3, 26]],
  ["3 août 2019", [2019, 8, 3]],
  ["12 de mayo de 2019", [2019, 5, 12]],
  ["Aug-Sep 2019", [2019, 8]],
  ["1998 Dec-1999 Jan", [1998, 12]],
  ["Spring 2019", [2019]],
  ["26.08.2019", [2019, 8, 26]],
  ["26/08/2019", [2019, 8, 26]],
  ["8/26/2019", [2019, 8, 26]],
  ["03/04/2019", [2019]],
  ["05/05/2019", [2019, 5, 5]],
  ["c1999.", [1999]],
  ["[1999?]", [1999]],
  ["2019-02-31", [2019, 2]],
  ["1990/2019", [1990]],
  ["yesterday", null],
  ["", null],
])("the date “%s” is read as far as it is certain", (text, parts) => {
  expect(dateFromText(text)).toEqual(parts && { "date-parts": [parts] });
});

test("lists of numbers that are no dates are none", () => {
  expect(dateFromParts([[null]])).toBeNull();
  expect(dateFromParts([["2019", 8], [2020]])).toEqual({ "date-parts": [[2019, 8], [2020]] });
  expect(dateFromParts([[99999, 1]])).toBeNull();
});

test.each<[string, object | null]>([
  ["Junghoo Cho", { family: "Cho", given: "Junghoo" }],
  ["Cho, Junghoo", { family: "Cho", given: "Junghoo" }],
  ["Ludwig van der Brug", { family: "van der Brug", given: "Ludwig" }],
  ["Martin Luther King Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
  ["King, Martin Luther, Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
  ["By Mara Østergård", { family: "Østergård", given: "Mara" }],
  ["World Health Organization", { literal: "World Health Organization" }],
  ["Plato", { literal: "Plato" }],
  ["https://facebook.example/mara", null],
  ["mara@halden.example", null],
])("the name “%s” is a person, a body or nothing", (text, name) => {
  expect(nameFromText(text)).toEqual(name);
});

test("several names in one text are several people", () => {
  const two = [
    { family: "Østergård", given: "Mara" },
    { family: "Lie", given: "Kari" },
  ];
  expect(namesFromText("Mara Østergård and Kari Lie")).toEqual(two);
  expect(namesFromText("Østergård, Mara; Lie, Kari")).toEqual(two);
  expect(namesFromText("Mara Østergård, Kari Lie")).toEqual(two);
  expect(namesFromText("Lie, Kari")).toEqual([two[1]]);
});

test.each([
  ["p < 0.05 and q > 3", "p < 0.05 and q > 3"],
  ["a <b and c> d", "a <b and c> d"],
  ["<i>In vivo</i> H<sub>2</sub>O", "In vivo H2O"],
  ["Tides &amp;amp; time &lt;i&gt;now&lt;/i&gt;", "Tides & time now"],
  ["Caf&eacute;\u0000\ud800 &#8220;x&#8221;\n  y", "Café “x” y"],
  ["<script>alert(1)</script>", "alert(1)"],
])("“%s” is plain words", (marked, plain) => {
  expect(plainText(marked)).toBe(plain);
});
