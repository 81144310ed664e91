// Accessibility, fit and weight of every kind of page, in both themes, from a small phone to a desk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { openPage } from "./lib/browser.mjs";
import { kinds, themes } from "./lib/pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Bars of the timeline and points of the map are small by nature: each is also in a list or table
// (WCAG 2.5.8, "equivalent").
const run = () => axe.run({ exclude: [] }, {
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
});

function told(violations) {
  return violations.flatMap(({ id, nodes }) => nodes
    .filter((node) => id !== "target-size" || !/class="(bars|map)|data-from|<a href="[^>]*aria-label="[^"]*"><title/.test(node.html))
    .map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split("\n")[1] ?? ""}`));
}

export default function (world) {
  for (const theme of themes) {
    for (const width of [390, 1280]) {
      test(`axe finds nothing: ${theme}, ${width} px`, async () => {
        const { page, faults, close } = await openPage(world.browser,
          { colorScheme: theme, viewport: { width, height: 900 } });
        const found = {};
        for (const [kind, path] of Object.entries(kinds)) {
          await page.goto(world.url + path);
          for (const details of await page.locator("details").all()) {
            await details.evaluate((node) => { node.open = true; });
          }
          await page.evaluate(axe);
          const { violations } = await page.evaluate(run);
          if (told(violations).length) found[kind] = told(violations);
        }
        assert.deepEqual(found, {});
        // The status of the missing page is told on the console too.
        assert.deepEqual(faults.filter((fault) => !/404/.test(fault)), []);
        await close();
      });
    }
  }

  test("axe finds nothing in an open list of suggestions", async () => {
    const { page, close } = await openPage(world.browser);
    await page.goto(world.url + "/");
    await page.keyboard.press("/");
    await page.keyboard.type("saint", { delay: 20 });
    await page.getByRole("option").filter({ hasText: /«.saint.»/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.evaluate(axe);
    assert.deepEqual(told((await page.evaluate(run)).violations), []);
    await close();
  });

  test("no page is wider than its window, from 320 px on", async () => {
    const { page, close } = await openPage(world.browser);
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [kind, path] of Object.entries(kinds)) {
        await page.goto(world.url + path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${kind} at ${width} px: ${over} px too wide`);
      }
    }
    await close();
  });

  test("nothing moves when scripts take over the box", async () => {
    const { page, close } = await openPage(world.browser);
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
    });
    for (const path of [kinds.home, kinds.results, kinds.article]) {
      await page.goto(world.url + path, { waitUntil: "networkidle" });
      assert.ok(await page.evaluate(() => shift) < 0.05, path);
    }
    await close();
  });

  test("a page of results weighs at most 40 KB, scripts 10 KB", async () => {
    const { page, close } = await openPage(world.browser);
    const weights = {}, bodies = [];
    const weigh = async (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (!/html|css|javascript/.test(type)) return;
      const kind = /javascript/.test(type) ? "script" : "other";
      const size = gzipSync(await response.body()).length;
      weights[kind] = (weights[kind] ?? 0) + size;
    };
    page.on("response", (response) => bodies.push(weigh(response)));
    await page.goto(world.url + kinds.newest, { waitUntil: "networkidle" });
    await Promise.all(bodies);
    console.log(`# page of results: ${weights.script + weights.other} bytes gzipped, of which scripts ${weights.script}`);
    assert.ok(weights.script <= 10 * 1024);
    assert.ok(weights.script + weights.other <= 40 * 1024);
    await close();
  });
}
