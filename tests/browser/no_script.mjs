// Every page does its work with JavaScript off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./lib/browser.mjs";
import { kinds } from "./lib/pages.mjs";

export default function (world) {
  test("without scripts: from the box to an article and back, by links and forms alone", async () => {
    const { page, faults, close } = await openPage(world.browser, { javaScriptEnabled: false });
    await page.goto(world.url + "/");
    await page.locator("#q").fill("loire");
    await page.locator("form.box button").click();
    assert.match(await page.locator("h1").innerText(), /résultats pour/);
    await page.locator(".bars a").first().click();
    assert.match(page.url(), /from=/);
    await page.locator(".chip").first().click();
    await page.getByText("Voir en tableau").click();
    await page.locator(".timeline tbody a").first().click();
    assert.match(page.url(), /from=/);
    await page.locator(".map a").first().click({ force: true });
    assert.match(page.url(), /place=/);
    await page.locator(".card h3 a").first().click();
    assert.ok(await page.locator("mark#m1").count());
    await page.locator(".numbers a").first().click();
    assert.match(page.url(), /#m1$/);
    assert.deepEqual(faults, []);
    await close();
  });

  test("without scripts: the advanced form writes the query line", async () => {
    const { page, faults, close } = await openPage(world.browser, { javaScriptEnabled: false });
    await page.goto(world.url + "/search");
    await page.getByText("Recherche avancée").click();
    await page.getByLabel("Au moins un de ces mots").fill("loire vienne");
    await page.getByLabel("Sans ces mots").fill("tours");
    await page.locator(".advanced button").click();
    assert.equal(new URL(page.url()).searchParams.get("q"), "(loire OU vienne) -tours");
    assert.deepEqual(faults, []);
    await close();
  });

  test("without scripts: one searches inside a facet, and picks days", async () => {
    const { page, faults, close } = await openPage(world.browser, { javaScriptEnabled: false });
    await page.goto(world.url + kinds.facet);
    await page.locator("#contains").fill("tou");
    await page.locator(".box.small button").click();
    await page.locator(".values a", { hasText: "Tours" }).first().click();
    assert.match(page.url(), /\/search\?q=loire&place=/);
    await page.getByText("Dates…").click();
    await page.locator(".dates input[name=from]").fill("2021-02-01");
    await page.locator(".dates button").click();
    assert.match(page.url(), /from=2021-02-01/);
    assert.match(await page.locator(".chips").innerText(), /Depuis le 1er février 2021/);
    assert.deepEqual(faults, []);
    await close();
  });

  test("without scripts: the first paint has everything, whatever scripts would do", async () => {
    const { page, close } = await openPage(world.browser, { javaScriptEnabled: false });
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(world.url + path);
      assert.ok(await page.locator("h1").innerText(), kind);
    }
    await close();
  });
}
