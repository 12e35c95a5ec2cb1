import { expect, test } from "vitest";
import { noticesOfRow, type RetractionRow } from "./retraction-watch";

const row = (told: RetractionRow = {}): RetractionRow => ({
  "Record ID": "4711",
  Title: "Ferries and bridges",
  RetractionDate: "5/4/2024 0:00",
  RetractionDOI: "10.5555/Notice.1",
  OriginalPaperDOI: "10.5555/Bridge.7",
  OriginalPaperPubMedID: "12345678",
  RetractionNature: "Retraction",
  Reason: "+Error in Data;+Unreliable Results;",
  ...told,
});
const first = (told: RetractionRow) => {
  const read = noticesOfRow(row(told));
  return read.ok ? read.value.notices[0] : read.error;
};

test("a row says what happened to a work, by each of its identifiers in normal form", () => {
  const told = {
    kind: "retracted",
    notice: "10.5555/notice.1",
    noticedOn: "2024-05-04",
    reasons: "Error in Data; Unreliable Results",
  };
  expect(noticesOfRow(row())).toEqual({
    ok: true,
    value: {
      notices: [
        { of: { scheme: "doi", value: "10.5555/bridge.7" }, ...told },
        { of: { scheme: "pmid", value: "12345678" }, ...told },
      ],
      flaw: null,
    },
  });
});

test.each([
  ["Retraction", "retracted"],
  ["Expression of concern", "concern"],
  ["Correction", "corrected"],
  ["Reinstatement", "reinstated"],
])("“%s” is read as %s", (RetractionNature, kind) => {
  expect(first({ RetractionNature })).toMatchObject({ kind });
});

test("a notice without a DOI of its own is known by its record, so that two of them stay two", () => {
  expect(first({ RetractionDOI: "unavailable" })).toMatchObject({ notice: "Retraction Watch record 4711" });
});

test("a row that names no work, or says nothing that happened, is refused", () => {
  const nameless = { OriginalPaperDOI: "unavailable", OriginalPaperPubMedID: "0" };
  expect(first(nameless)).toMatchObject({ kind: "no-work" });
  expect(first({ RetractionNature: "Applause" })).toMatchObject({
    kind: "unknown-nature",
    message: "“applause” is no nature of a notice.",
  });
  expect(first({ RetractionNature: "" })).toMatchObject({ kind: "unknown-nature" });
});

test.each([
  ["5/14/2024", "2024-05-14"],
  ["2024-05-14", "2024-05-14"],
  ["2024-05-14T00:00:00", "2024-05-14"],
  ["2/30/2024 0:00", null],
  ["14/5/2024 0:00", null],
  ["soon", null],
])("the day “%s” is %s", (RetractionDate, noticedOn) => {
  const read = noticesOfRow(row({ RetractionDate }));
  expect(read).toMatchObject({ ok: true, value: { notices: [{ noticedOn }, { noticedOn }] } });
  expect(read.ok && (read.value.flaw === null) === (noticedOn !== null)).toBe(true);
});
