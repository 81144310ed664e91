// Pictures of every kind of page. Usage: node screenshots.mjs DIRECTORY_OF_PROGRAMS FOLDER
import { join } from "node:path";
import { launch, openPage } from "./lib/browser.mjs";
import { kinds, themes, widths } from "./lib/pages.mjs";
import { startSite } from "./lib/site.mjs";

const [programs, folder] = process.argv.slice(2);
const site = await startSite(programs);
const browser = await launch();
try {
  for (const theme of themes) {
    for (const [name, width] of Object.entries(widths)) {
      const { page, close } = await openPage(browser, { colorScheme: theme, viewport: { width, height: 900 } });
      for (const [kind, path] of Object.entries(kinds)) {
        await page.goto(site.url + path, { waitUntil: "networkidle" });
        await page.screenshot({ path: join(folder, `${kind}-${name}-${theme}.png`), fullPage: true });
      }
      await close();
    }
  }
} finally {
  await browser.close();
  site.stop();
}
