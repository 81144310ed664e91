// A reader finds, filters, picks a period, opens an article, and goes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./lib/browser.mjs";
import { kinds } from "./lib/pages.mjs";

const box = (page) => page.getByRole("combobox");
const heading = (page) => page.locator("h1").innerText();
const total = async (page) => Number(/\d+/.exec(await heading(page))?.[0] ?? 0);

export default function (world) {
  test("a reader finds, filters, takes the filter off, and every state is an address", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + "/");
    await box(page).fill("gouvernement");
    await box(page).press("Enter");
    await page.waitForURL("**/search?q=gouvernement");
    const all = await total(page);
    assert.ok(all > 2);
    await page.locator(".facet", { hasText: "Rubriques" }).locator("a.value").first().click();
    const section = await total(page);
    assert.ok(section > 0 && section < all);
    const address = page.url();
    await page.locator(".chip").first().click();
    assert.equal(await total(page), all);
    await page.locator(".exclude").first().click();
    assert.equal(await total(page), all - section);
    await page.goto(address);
    assert.equal(await total(page), section);
    assert.deepEqual(faults, []);
    await close();
  });

  test("a period is dragged on the timeline, and taken back", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.newest);
    const all = await total(page);
    const chart = await page.locator(".bars").boundingBox();
    const y = chart.y + chart.height / 2;
    await page.mouse.move(chart.x + chart.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(chart.x + chart.width * 0.45, y, { steps: 5 });
    assert.equal(await page.locator(".brush").count(), 1);
    await page.mouse.move(chart.x + chart.width * 0.6, y, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d.*to=\d{4}-\d\d-\d\d/);
    const some = await total(page);
    assert.ok(some > 0 && some < all);
    await page.getByRole("link", { name: "Toutes les dates" }).first().click();
    assert.equal(await total(page), all);
    assert.deepEqual(faults, []);
    await close();
  });

  test("a bar is a link, reached by arrow keys, and finer bars come", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.newest);
    await page.locator(".bars a[tabindex='0']").focus();
    await page.keyboard.press("End");
    const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    assert.match(label, /2025, \d+\sarticle/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/from=2025/);
    assert.equal(await total(page), Number(/(\d+)\sarticle/.exec(label)[1]));
    assert.deepEqual(faults, []);
    await close();
  });

  test("an article opens at its marks; from result to result, and back to the list", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.results);
    const titles = await page.locator(".card h3").allInnerTexts();
    await page.locator(".card h3 a").first().click();
    assert.equal(await heading(page), titles[0]);
    assert.ok(await page.locator("mark#m1").count());
    await page.getByRole("link", { name: "Passage suivant" }).click();
    assert.match(page.url(), /#m1$/);
    assert.match(await page.locator(".finder [role=status]").innerText(), /^Passage 1 sur \d+$/);
    await page.getByRole("link", { name: "Résultat suivant" }).click();
    assert.equal(await heading(page), titles[1]);
    await page.getByRole("link", { name: "Résultat précédent" }).click();
    assert.equal(await heading(page), titles[0]);
    await page.getByRole("link", { name: "Revenir aux résultats" }).click();
    assert.equal(page.url(), world.url + kinds.results);
    await page.goBack();
    assert.equal(await heading(page), titles[0]);
    assert.deepEqual(faults, []);
    await close();
  });

  test("pages follow by cursor and lead back", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.newest);
    const first = await page.locator(".card h3").allInnerTexts();
    await page.getByRole("link", { name: "Page suivante" }).click();
    const second = await page.locator(".card h3").allInnerTexts();
    assert.equal(new Set([...first, ...second]).size, first.length + second.length);
    await page.getByRole("link", { name: "Page précédente" }).click();
    assert.deepEqual(await page.locator(".card h3").allInnerTexts(), first);
    assert.deepEqual(faults, []);
    await close();
  });

  test("the archive's own box suggests, by keyboard, and the slash key leads to it", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + "/");
    await page.keyboard.press("/");
    await page.keyboard.type("lim", { delay: 20 });
    await page.getByRole("option").filter({ hasText: /«.lim.»/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    const chosen = page.locator("[role=option][aria-selected=true]");
    assert.equal(await chosen.count(), 1);
    assert.equal(await box(page).getAttribute("aria-activedescendant"), await chosen.getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(search|articles)/);
    assert.deepEqual(faults, []);
    await close();
  });

  test("a link is copied where the browser lets one", async () => {
    const { page, faults, close } = await openPage(world.browser, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(world.url + kinds.article);
    await page.getByRole("link", { name: "Copier le lien" }).click();
    await page.getByText("Lien copié").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), world.url + kinds.article.split("?")[0]);
    assert.deepEqual(faults, []);
    await close();
  });

  test("the OpenSearch description is what browsers read, and its addresses answer", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + "/");
    const found = await page.evaluate(async () => {
      const link = document.querySelector("link[rel=search]").href;
      const xml = new DOMParser().parseFromString(await (await fetch(link)).text(), "application/xml");
      return {
        broken: xml.querySelector("parsererror")?.textContent ?? "",
        namespace: xml.documentElement.namespaceURI,
        name: xml.querySelector("ShortName").textContent,
        urls: [...xml.querySelectorAll("Url")].map((url) => [url.getAttribute("rel"), url.getAttribute("template")]),
      };
    });
    assert.equal(found.broken, "");
    assert.equal(found.namespace, "http://a9.com/-/spec/opensearch/1.1/");
    assert.ok(found.name.length <= 16);
    for (const [, template] of found.urls) {
      assert.ok(template.startsWith(world.url + "/"), template);
      const answer = await fetch(template.replace("{searchTerms}", "loire"));
      assert.equal(answer.status, 200, template);
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test("a reference manager finds the article's own data on its page", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.article);
    const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
    assert.equal(data["@type"], "NewsArticle");
    assert.equal(data.headline, await heading(page));
    for (const label of ["RIS", "BibTeX"]) {
      const href = await page.getByRole("link", { name: label, exact: true }).getAttribute("href");
      assert.equal((await fetch(world.url + href)).status, 200);
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test("near-copies are one hit that leads to the others, and come apart when asked", async () => {
    const { page, faults, close } = await openPage(world.browser);
    await page.goto(world.url + kinds.results);
    const folded = await total(page);
    await page.locator(".copies a").first().click();
    assert.ok(await page.locator("#reprises li").count() >= 1);
    await page.goBack();
    await page.getByRole("link", { name: "Les montrer toutes" }).click();
    assert.ok(await total(page) > folded);
    await page.getByRole("link", { name: "Les regrouper" }).click();
    assert.equal(await total(page), folded);
    assert.deepEqual(faults, []);
    await close();
  });
}
