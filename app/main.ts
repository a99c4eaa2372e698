// `npm start`: production.

// React decides at its first import which of its builds to be, so everything else is loaded afterwards.
process.env.NODE_ENV ||= "production";

const { runMain } = await import("./run-main.server");
await runMain();
