/** Makes ids that count up, so that a test's import is the same every time. */
export function countingIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, "0")}`;
}
