/** Says what is being done, does it, and says how long it took where that was more than a second. */
export async function during(title, work) {
  console.log(`… ${title}`);
  const started = Date.now();
  const answer = await work();
  const seconds = (Date.now() - started) / 1000;
  if (seconds > 1) console.log(`  took ${seconds.toFixed(seconds < 10 ? 1 : 0)} s`);
  return answer;
}
