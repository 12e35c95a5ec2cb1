import { Check, CircleAlert, Minus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { type ServiceId, serviceNames } from "@/domain/source/finding-settings";
import type { ServiceProgress } from "./lookup-state";

type Props = {
  services: readonly ServiceProgress[];
  /** Whether it was asked about words, which only resemble a work. */
  byWords: boolean;
  onAgain: (service: ServiceId) => void;
};

/** How each service is doing, in a line; one that gave no answer says why and can be asked again. */
export function ServiceList({ services, byWords, onAgain }: Props) {
  const left = services.filter(({ state }) => state === "asking").length;
  return (
    <>
      <p role="status" className="sr-only">
        {left > 0 ? `Asking ${left} services.` : "All services have been asked."}
      </p>
      <ul aria-label="Services that were asked" className="flex flex-wrap gap-x-4 gap-y-1.5 text-[13px]">
        {services.map(({ id, state, why }) => (
          <li key={id} className={`flex min-w-0 items-start gap-1.5 ${state === "failed" ? "basis-full" : ""}`}>
            <Mark state={state} />
            <span className="min-w-0">
              <b className="font-semibold">{serviceNames[id]}</b>{" "}
              <span className={state === "failed" ? "text-warning" : "text-ink-soft"}>
                {state === "failed" ? why : state === "found" && byWords ? "may know it" : words[state]}
              </span>
            </span>
            {state === "failed" ? (
              <span className="-my-1">
                <Button
                  small
                  emphasis="quiet"
                  onPress={() => onAgain(id)}
                  aria-label={`Try again: ${serviceNames[id]}`}
                >
                  Try again
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const words = { asking: "is being asked…", found: "knows it", nothing: "does not know it" } as const;

function Mark({ state }: { state: ServiceProgress["state"] }) {
  const at = "mt-[3px] shrink-0";
  if (state === "found") return <Check size={14} aria-hidden className={`${at} text-ok`} />;
  if (state === "failed") return <CircleAlert size={14} aria-hidden className={`${at} text-warning`} />;
  if (state === "nothing") return <Minus size={14} aria-hidden className={`${at} text-ink-faint`} />;
  return <span aria-hidden className={`${at} size-3.5 animate-pulse rounded-full bg-rule-strong`} />;
}
