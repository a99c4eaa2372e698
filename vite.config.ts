import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), programs(), reload(), compressFiles(), tsconfigPaths()],
  build: { target: "es2022" },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
});

/**
 * Builds the server and the commands from one module graph, so that they share every module
 * instead of each carrying a copy. Remix would build its routes alone.
 */
function programs(): Plugin {
  return {
    name: "groundswell:programs",
    config(config, { isSsrBuild, command }) {
      if (!isSsrBuild || command !== "build") return;
      const options = config.build?.rollupOptions;
      if (!options) return;
      options.input = {
        main: "app/main.ts",
        demo: "app/cli/demo.ts",
        worker: "app/worker.ts",
        import: "app/cli/import.ts",
        export: "app/cli/export.ts",
        restore: "app/cli/restore.ts",
        migrate: "app/cli/migrate.ts",
        "search-reindex": "app/cli/search-reindex.ts",
        "compare.worker": "app/models/core/text/compare.worker.js",
        "markdown.worker": "app/models/core/text/markdown.worker.js",
        "read-calendar.worker": "app/models/support/promises/read-calendar.worker.js",
        "read-mail.worker": "app/integrations/mail/incoming/read-mail.worker.js",
        "picture.child": "app/models/core/files/picture.child.js",
      };
      options.output = {
        format: "esm",
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
      };
    },
  };
}

/** The browser's files lie ready in every form in which they go out. */
function compressFiles(): Plugin {
  const plugin = compression({
    include: /\.(css|js|svg|txt)$/,
    threshold: 500,
    logLevel: "silent",
    skipIfLargerOrEqual: true,
    algorithms: ["gzip", "brotliCompress"],
  });
  return { ...plugin, apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild };
}

/** In development: pages are documents, so a change in any of our files loads the page anew. */
function reload(): Plugin {
  return {
    name: "groundswell:reload",
    apply: "serve",
    handleHotUpdate({ file, server }) {
      if (!file.endsWith(".css")) server.ws.send({ type: "full-reload" });
    },
  };
}
