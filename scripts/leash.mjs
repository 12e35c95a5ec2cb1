/**
 * Preloaded into every server that the launcher starts: when the launcher is gone, even by `kill -9`, the channel to it
 * closes, and the server ends itself; politely first, so that a worker gives its jobs back. What a server forks has a
 * channel to that server and is left alone.
 */
if (process.channel && String(process.ppid) === process.env.IMPRIMATUR_LAUNCHER) {
  process.channel.unref();
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 2_000);
    process.kill(process.pid, "SIGTERM");
  });
}
