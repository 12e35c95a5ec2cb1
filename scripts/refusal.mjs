/** Something the person at the keyboard can put right: told as one sentence, without a stack, and with exit code 1. */
export class Refusal extends Error {}

/** Runs a script's main function; a refusal becomes its sentence and exit code 1, anything else is a bug and keeps its stack. */
export async function refusingPlainly(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
