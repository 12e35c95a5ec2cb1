import { WordsDialog } from "@/components/ui/words-dialog";

/** A move that asks for words, with what is said before it and after it. */
type WordsMove = {
  command: string;
  /** What the command calls the words. */
  field: "note" | "reason";
  title: string;
  explanation: string;
  label: string;
  action: string;
  done: string;
  required: boolean;
  danger: boolean;
};

const moves = {
  submit: {
    command: "review.submit",
    field: "note",
    title: "Submit for review",
    explanation: "The reviewers read exactly this text. You can go on writing; what you change, they approve again.",
    label: "A note for the reviewers",
    action: "Submit",
    done: "The reviewers have it now.",
    required: false,
    danger: false,
  },
  retract: {
    command: "publishing.retract",
    field: "reason",
    title: "Retract the article",
    explanation:
      "The page stays where it is and says that it was retracted, and why. It leaves lists, feeds and search.",
    label: "Why is it retracted? Readers see this.",
    action: "Retract",
    done: "It is retracted, and its page says so.",
    required: true,
    danger: true,
  },
  "withdraw-by-law": {
    command: "publishing.withdraw-by-law",
    field: "reason",
    title: "Withdraw by law",
    explanation:
      "Its addresses answer that it is gone, with this reason. This cannot be undone. For mistakes, retract or correct instead.",
    label: "On what ground? Readers see this.",
    action: "Withdraw for good",
    done: "It is withdrawn.",
    required: true,
    danger: true,
  },
} as const satisfies Readonly<Record<string, WordsMove>>;

/** The moves that ask for words, as they are asked about. */
export const wordsQuestions = Object.keys(moves) as (keyof typeof moves)[];

type Props = {
  asking: string | null;
  /** Takes a move; what was wrong with it, or null. */
  move: (command: string, words: object, done: string) => Promise<string | null>;
  onClose: () => void;
};

/** Asks for the words of the move that is asked about. Each keeps what was typed while it is closed. */
export const WordsMoves = ({ asking, move, onClose }: Props) =>
  wordsQuestions.map((question) => {
    const { command, field, done, ...words } = moves[question];
    return (
      <WordsDialog
        key={question}
        {...words}
        isOpen={asking === question}
        onClose={onClose}
        onDone={(text) => move(command, { [field]: text }, done)}
      />
    );
  });
