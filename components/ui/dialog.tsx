"use client";

import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { X } from "lucide-react";
import { Button } from "./button";

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** "drawer" stands at the right edge, for looking beside the text; "dialog" in the middle. */
  place?: "dialog" | "drawer";
  wide?: boolean;
};

/** A modal dialog with its title, closed by Escape, by the cross and by a press outside. */
export function Dialog({ title, isOpen, onClose, children, place = "dialog", wide = false }: Props) {
  const where =
    place === "drawer"
      ? "ml-auto h-full w-full max-w-md overflow-auto border-l border-rule"
      : `m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] overflow-auto rounded-xl border border-rule ${wide ? "max-w-3xl" : "max-w-lg"}`;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex bg-[rgb(0_0_0/0.32)]"
    >
      <Modal className={`bg-sheet lifted ${where}`}>
        <AriaDialog className="p-6 outline-none">
          <div className="mb-4 flex items-start gap-4">
            <Heading slot="title" className="min-w-0 flex-1 font-serif text-[22px] leading-7 font-semibold">
              {title}
            </Heading>
            <Button emphasis="quiet" small aria-label="Close" onPress={onClose}>
              <X size={16} aria-hidden />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
