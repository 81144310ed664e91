// A Chromium whose pages notice every error on their console and every request to another host.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const browserPath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((path) => path && existsSync(path));

// As root, as CI often is, Chromium's own sandbox cannot start.
const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export const launch = () => chromium.launch({ executablePath: browserPath, args: flags });

// A page of its own context; `faults` fills while it is used.
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "fr-FR", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== "data:" && hostname !== "127.0.0.1") faults.push(`request to ${hostname}`);
  });
  page.setDefaultTimeout(10_000);
  return { page, faults, close: () => context.close() };
}
