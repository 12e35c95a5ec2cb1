import { expect, test } from "vitest";
import { messagesOf } from "./testing/findings";
import { figure, manuscript, section } from "./testing/manuscript";

test("a figure that an import left without its picture is told, by the address that it had", () => {
  const left = figure(["The quay."], { picture: null, address: "pictures/quay.png" });
  const sections = [section("Findings", figure(), left, figure([], { picture: null }))];
  expect(messagesOf("picture/not-in-hand", manuscript({ sections }))).toEqual([
    "The picture “pictures/quay.png” is not in hand.",
    "The picture of a figure is not in hand.",
  ]);
});
