// <news-search> on a newspaper's page that has a strict policy of its own, with the keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./lib/browser.mjs";

async function foreignPage(world) {
  const opened = await openPage(world.browser);
  await opened.page.goto(world.foreign + "/");
  await opened.page.waitForFunction(() => customElements.get("news-search"));
  return opened;
}

const typed = async (page, text) => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(text, { delay: 20 });
};

// The list of all that was typed, not of its beginning: a slow machine asks more than once.
const listed = (page, text) =>
  page.getByRole("option").filter({ hasText: new RegExp(`«.${text}.»`) }).waitFor();

export default function (world) {
  test("embed: typed words give a list, arrows choose, Enter opens", async () => {
    const { page, faults, close } = await foreignPage(world);
    const input = page.getByRole("combobox");
    await typed(page, "saint");
    await listed(page, "saint");
    assert.equal(await input.getAttribute("aria-expanded"), "true");
    assert.equal(await input.getAttribute("aria-activedescendant"), null, "nothing is chosen by itself");
    const options = await page.getByRole("option").count();
    assert.ok(options >= 2 && options <= 6, `${options} options`);
    assert.match(await page.locator(".live").allInnerTexts().then((texts) => texts.join("")), /suggestion/);
    await page.keyboard.press("ArrowUp");
    assert.match(await page.locator("[aria-selected=true]").innerText(), /Voir tous les résultats pour «.saint.»/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await input.getAttribute("aria-activedescendant"), "o0");
    await page.keyboard.press("Escape");
    assert.equal(await input.getAttribute("aria-expanded"), "false");
    assert.equal(await input.inputValue(), "saint");
    await page.keyboard.press("Escape");
    assert.equal(await input.inputValue(), "");
    assert.deepEqual(faults, []);
    await close();
  });

  test("embed: Enter without a choice searches in the archive", async () => {
    const { page, faults, close } = await foreignPage(world);
    await typed(page, "l'hôpital & co");
    await page.keyboard.press("Enter");
    await page.waitForURL(world.url + "/search?**");
    assert.equal(new URL(page.url()).searchParams.get("q"), "l'hôpital & co");
    assert.deepEqual(faults, []);
    await close();
  });

  test("embed: a site may keep the search and the choice to itself", async () => {
    const { page, faults, close } = await foreignPage(world);
    await page.evaluate(() => {
      window.heard = [];
      for (const name of ["news-search", "news-select"]) {
        document.addEventListener(name, (event) => { event.preventDefault(); heard.push([name, event.detail.q ?? event.detail.type]); });
      }
    });
    await typed(page, "saint");
    await listed(page, "saint");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const heard = await page.evaluate(() => heard);
    assert.equal(heard[0][0], "news-select");
    assert.ok(["term", "place", "article"].includes(heard[0][1]));
    assert.deepEqual(heard[1], ["news-search", "saint"]);
    assert.equal(page.url(), world.foreign + "/");
    assert.deepEqual(faults, []);
    await close();
  });

  test("embed: Tab goes through and never stays", async () => {
    const { page, faults, close } = await foreignPage(world);
    const focused = () => page.evaluate(() => {
      const element = document.activeElement;
      return (element.shadowRoot?.activeElement ?? element).tagName;
    });
    const seen = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Tab");
      seen.push(await focused());
    }
    assert.deepEqual(seen, ["A", "INPUT", "BUTTON", "A"]);
    assert.deepEqual(faults, []);
    await close();
  });

  test("embed: an archive that does not answer leaves a box that searches", async () => {
    const { page, close } = await foreignPage(world);
    await page.route("**/v1/suggest?**", (route) => route.abort());
    await typed(page, "saint");
    await page.waitForTimeout(400);
    assert.equal(await page.getByRole("combobox").getAttribute("aria-expanded"), "false");
    await page.keyboard.press("Enter");
    await page.waitForURL(world.url + "/search?q=saint");
    await close();
  });
}
