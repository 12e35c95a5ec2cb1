/** Runs work for a key once at a time: who asks for the same meanwhile gets the same answer. */
export function sharedWork<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key, work) => {
    const begun = running.get(key);
    if (begun) return begun;
    const answer = work().finally(() => running.delete(key));
    running.set(key, answer);
    return answer;
  };
}
