// `npm run demo`: the portal of an invented company, with its history, to look around in.

// React decides at its first import which of its builds to be, so everything else is loaded afterwards.
process.env.NODE_ENV = "production";

const { runDemo } = await import("./demo/run-demo.server");
await runDemo();
