// A gazette-server of one's own over the sample corpus, and a newspaper's site on another origin.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

// The newspaper's page: its own strict policy, which names the archive and nothing else.
function foreignSite(archive) {
  const policy = (origin) =>
    `default-src 'none'; script-src ${origin}; connect-src ${origin}; form-action ${origin}; img-src data:; base-uri 'none'`;
  const server = createServer((request, response) => {
    if (request.url !== "/") return response.writeHead(404).end();
    const origin = archive();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy(origin) });
    response.end(`<!doctype html><html lang="fr"><head><title>Le Journal</title><link rel="icon" href="data:,">
<script type="module" src="${origin}/embed.js"></script></head>
<body><main><h1>Le Journal</h1><p><a href="/">Une</a></p>
<news-search api="${origin}/v1" placeholder="Chercher dans Le Journal" limit="5" shortcut="k"></news-search>
<p><a href="/">Fin</a></p></main></body></html>`);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

function listening(child) {
  return new Promise((ready, failed) => {
    let out = "";
    child.stdout.on("data", (data) => {
      out += data;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
      if (url) ready(url[0]);
    });
    child.on("exit", (code) => failed(new Error(`gazette-server stopped (${code})`)));
  });
}

// { url, foreign, stop() }
export async function startSite(programs) {
  const folder = mkdtempSync(join(tmpdir(), "gazette-browser-"));
  const archive = join(folder, "archive");
  const corpus = join(root, "sample-corpus");
  const files = readdirSync(corpus).filter((name) => name.endsWith(".ndjson")).map((name) => join(corpus, name));
  execFileSync(join(programs, "gazette-indexer"), ["add", "--quiet", "--db", archive, ...files, join(corpus, "pages")]);
  let url = "";
  const newspaper = await foreignSite(() => url);
  const foreign = `http://127.0.0.1:${newspaper.address().port}`;
  const child = spawn(join(programs, "gazette-server"),
    ["--db", archive, "--listen", "127.0.0.1:0", "--quiet", "--cors-origin", foreign],
    { stdio: ["ignore", "pipe", "inherit"] });
  url = await listening(child);
  return {
    url, foreign,
    stop() {
      child.removeAllListeners("exit");
      child.kill("SIGTERM");
      newspaper.close();
      newspaper.closeAllConnections?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
