import { createServer } from "node:http";
import { createServer as createVite } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import type { samples, writeSample } from "../../emails/samples";
import type { languages, wordsIn } from "../i18n";

// `npm run emails`: every mail in every language, light, dark and as text, on port 3700; each page load shows the
// templates as the files are now.

const vite = await createVite({
  configFile: false,
  plugins: [tsconfigPaths()],
  server: { middlewareMode: true, ws: false },
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
});

const looks = ["light", "dark", "text"] as const;

async function render(path: string): Promise<{ type: string; body: string } | undefined> {
  const mails = (await vite.ssrLoadModule("/emails/samples.ts")) as {
    samples: typeof samples;
    writeSample: typeof writeSample;
  };
  const words = (await vite.ssrLoadModule("/app/i18n/index.ts")) as {
    languages: typeof languages;
    wordsIn: typeof wordsIn;
  };
  if (path === "/") return { type: "text/html", body: contents(Object.keys(mails.samples), words.languages) };
  const [, name = "", language, look] = path.split("/");
  const spoken = words.languages.find((one) => one === language);
  const mail = spoken && (await mails.writeSample(name, words.wordsIn(spoken, "Europe/Berlin")));
  if (!mail) return undefined;
  if (look === "text") return { type: "text/plain", body: `${mail.subject}\n\n${mail.text}` };
  const query = "@media (prefers-color-scheme:dark)";
  return { type: "text/html", body: mail.html.replace(query, look === "dark" ? "@media all" : "@media not all") };
}

function contents(names: string[], spoken: readonly string[]): string {
  const rows = names.map((name) => {
    const cells = spoken.map((language) => {
      const links = looks.map((look) => `<a href="/${name}/${language}/${look}" target="mail">${look}</a>`);
      return `<li>${language}: ${links.join(" ")}</li>`;
    });
    return `<h2>${name}</h2><ul>${cells.join("")}</ul>`;
  });
  return `<!doctype html><html lang="en"><title>Mails</title><style>
    body { display: grid; grid-template-columns: 15rem 1fr; height: 100vh; margin: 0; font: 14px/1.6 system-ui }
    nav { overflow: auto; padding: 0 1rem } h2 { margin: 1rem 0 0; font-size: 1rem } ul { margin: 0; padding: 0; list-style: none }
    iframe { width: 100%; height: 100%; border: 0; border-left: 1px solid #ddd; background: #fff }
    </style><nav>${rows.join("")}</nav><iframe name="mail" title="Mail" src="/${names[0]}/en/light"></iframe></html>`;
}

const port = Number(process.env.PORT ?? 3700);

const server = createServer(async (request, response) => {
  try {
    const found = await render(request.url ?? "/");
    if (!found) return void response.writeHead(404).end("There is no such mail.");
    response.setHeader("Content-Type", `${found.type}; charset=utf-8`);
    response.end(found.body);
  } catch (error) {
    vite.ssrFixStacktrace(error as Error);
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end((error as Error).stack);
  }
});

server.listen(port, () => console.log(`The mails are at http://localhost:${port}`));
