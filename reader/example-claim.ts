import { itemOf } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import type { ClaimFacts } from "@/domain/publishing/claim";
import type { EditionView } from "@/domain/publishing/edition";
import { exampleEdition, exampleId, referenceId } from "./example-edition";

/** The made-up article as the review of a claim that stood in a made-up newspaper. */
export function exampleReview(facts: Partial<ClaimFacts> = {}, change: Partial<EditionView> = {}): EditionView {
  const view = exampleEdition(change);
  const [front, ...sections] = view.parts;
  if (!front) throw new Error("the example has no front");
  const said = schema.node("citation", { id: exampleId(990), items: [itemOf(referenceId(4))], marker: null });
  const claim = schema.node(
    "claim",
    {
      claimant: "Aldous <Quill>",
      address: "https://quill.example/about",
      day: "2024-05-17",
      rating: 2,
      ...facts,
    },
    [schema.text("The pond belongs to nobody & the mill runs by itself."), said],
  );
  return { ...view, parts: [front.copy(front.content.addToEnd(claim)), ...sections] };
}
