import type { ReactNode } from "react";
import { best, type ClaimFacts, verdictOf, verdicts, worst } from "@/domain/publishing/claim";
import { dayOf } from "@/domain/publishing/dates";

/**
 * The claim that the article reviews: its words with where they stand, who said so and when, and the verdict on a scale that
 * is drawn and said. What search engines are told of it (reader/claim-review) is all here to be read.
 */
export function ClaimBox({ facts, children }: { facts: ClaimFacts; children: ReactNode }) {
  const { claimant, address, day, rating } = facts;
  return (
    <section className="claim" aria-label="The claim under review">
      <p className="what">The claim</p>
      <blockquote>{children}</blockquote>
      <p className="said">
        {address ? <a href={address}>{claimant}</a> : claimant}
        {day && (
          <>
            , <time dateTime={day}>{dayOf(`${day}T00:00:00.000Z`)}</time>
          </>
        )}
      </p>
      {rating !== null && (
        <p className="verdict">
          <span>Our verdict</span> <b>{verdictOf(facts)}</b>
          <span className="scale" aria-hidden="true">
            {verdicts.map((name, index) => (
              <span key={name} className={index + 1 === rating ? "here" : undefined} />
            ))}
          </span>
          <small>
            {rating} on a scale from {worst}, {verdicts[worst - 1]?.toLowerCase()}, to {best},{" "}
            {verdicts[best - 1]?.toLowerCase()}
          </small>
        </p>
      )}
    </section>
  );
}
