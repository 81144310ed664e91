// What scripts add to pages that are whole without them: a period dragged on the timeline, arrow keys
// on its bars, the passages of an article one after the other, links copied with a click.
const SVG = "http://www.w3.org/2000/svg";
const DRAG = 5;

function timeline(chart) {
  const bars = [...chart.querySelectorAll("a")];
  if (!bars.length) return;
  const box = document.createElementNS(SVG, "rect");
  box.setAttribute("class", "brush");
  box.setAttribute("height", "100%");
  let start = null, dragged = false;
  const place = (event) => event.clientX - chart.getBoundingClientRect().left;
  const draw = (to) => {
    box.setAttribute("x", Math.min(start, to));
    box.setAttribute("width", Math.abs(to - start));
  };
  const end = () => { start = null; box.remove(); };
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    start = place(event);
    dragged = false;
  });
  chart.addEventListener("pointermove", (event) => {
    if (start === null) return;
    if (!dragged && Math.abs(place(event) - start) < DRAG) return;
    if (!dragged) chart.setPointerCapture(event.pointerId);
    dragged = true;
    chart.append(box);
    draw(place(event));
  });
  chart.addEventListener("pointercancel", end);
  chart.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const [left, right] = [start, place(event)].sort((a, b) => a - b);
    end();
    if (!dragged) return;
    const origin = chart.getBoundingClientRect().left;
    const inside = bars.filter((bar) => {
      const edge = bar.querySelector(".hit").getBoundingClientRect();
      return edge.right - origin > left && edge.left - origin < right;
    });
    if (!inside.length) return;
    const address = new URL(chart.dataset.search, location);
    address.searchParams.set("from", inside[0].dataset.from);
    address.searchParams.set("to", inside[inside.length - 1].dataset.to);
    location.assign(address);
  });
  chart.addEventListener("click", (event) => {
    if (!dragged) return;
    event.preventDefault();
    dragged = false;
  }, true);

  // One stop of the Tab key for all bars; arrows go from one to the next.
  const focusOn = (bar) => {
    for (const other of bars) other.setAttribute("tabindex", other === bar ? "0" : "-1");
  };
  focusOn(bars[0]);
  chart.addEventListener("keydown", (event) => {
    const at = bars.indexOf(document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (at < 0 || to === undefined || !bars[to]) return;
    event.preventDefault();
    focusOn(bars[to]);
    bars[to].focus();
  });
}

function passages(section) {
  const total = Number(section.dataset.marks);
  const at = () => Number(/^#m(\d+)$/.exec(location.hash)?.[1] ?? 0);
  const link = (label, words) => {
    const a = document.createElement("a");
    a.textContent = label;
    a.setAttribute("aria-label", words);
    a.addEventListener("click", (event) => { event.preventDefault(); location.replace(a.href); });
    return a;
  };
  const back = link("↑", "Passage précédent"), on = link("↓", "Passage suivant");
  const where = document.createElement("span");
  where.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "finder";
  bar.append(back, where, on);
  section.querySelector(".numbers").replaceWith(bar);
  section.querySelector("p").remove();
  const update = () => {
    const now = at();
    back.href = "#m" + (now > 1 ? now - 1 : total);
    on.href = "#m" + (now < total ? now + 1 : 1);
    where.textContent = now ? `Passage ${now} sur ${total}` : `${total} passage${total > 1 ? "s" : ""}`;
  };
  addEventListener("hashchange", update);
  update();
}

function copies(link) {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.textContent = " Lien copié";
    link.after(said);
    setTimeout(() => said.remove(), 3000);
  });
  if (navigator.clipboard) link.textContent = "Copier le lien";
}

document.querySelectorAll(".bars").forEach(timeline);
document.querySelectorAll(".passages").forEach(passages);
document.querySelectorAll("a[data-copy]").forEach(copies);
