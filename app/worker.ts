// `npm run worker`: the jobs without the pages, as many of them at once as there is work for.

// React, which writes mails, decides at its first import which of its builds to be.
process.env.NODE_ENV ||= "production";

const { runWorker } = await import("./run-worker.server");
await runWorker();
