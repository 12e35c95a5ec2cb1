/** Ends the program with one sentence where Node is too old; written so that an old Node can read it. */
export function requireNode() {
  const parts = process.versions.node.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  console.error("Imprimatur needs Node 20.19 or newer; this is Node " + process.versions.node + ".");
  process.exit(1);
}
