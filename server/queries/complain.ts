/** Says on the error output what is wrong, at most once in ten seconds: what goes wrong for one goes wrong for thousands. */
export function makeComplain(): (words: string) => void {
  let last = 0;
  return (words) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    console.error(words);
  };
}
