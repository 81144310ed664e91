// <news-search>: a search box with suggestions for any page. One custom element, no dependency.
// Attributes, parts, properties and events: server/web/PAGES.md.
{
const TEXTS = {
  fr: {
    label: "Rechercher un article", button: "Rechercher", list: "Suggestions",
    all: (q) => `Voir tous les résultats pour «\u00a0${q}\u00a0»`,
    found: (n) => n ? `${n} suggestion${n > 1 ? "s" : ""}, flèches haut et bas pour les parcourir` : "Aucune suggestion",
    count: (n) => `${n.toLocaleString("fr")} article${n > 1 ? "s" : ""}`,
    place: "lieu", article: "article",
  },
  en: {
    label: "Search articles", button: "Search", list: "Suggestions",
    all: (q) => `See all results for “${q}”`,
    found: (n) => n ? `${n} suggestion${n > 1 ? "s" : ""}, use up and down arrows to review` : "No suggestion",
    count: (n) => `${n.toLocaleString("en")} article${n === 1 ? "" : "s"}`,
    place: "place", article: "article",
  },
};
const WAIT = 150;
const LEAST = 2;
// VoiceOver does not read aria-activedescendant: there the option is also said.
const SPEAK = /Mac|iP(hone|ad|od)/.test(navigator.platform);

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host { display: block; position: relative; font: 1rem/1.4 var(--news-search-font, inherit); color: var(--news-search-ink, CanvasText); }
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
form { display: flex; margin: 0; border: var(--news-search-border, 1.5px solid currentColor); border-radius: var(--news-search-radius, 3px); background: var(--news-search-paper, Canvas); }
form:focus-within { outline: 3px solid var(--news-search-accent, Highlight); outline-offset: 1px; }
input { flex: 1; min-width: 0; min-height: 44px; padding: 0 .9em; border: 0; outline: 0; background: none; color: inherit; font: inherit; font-size: max(16px, 1em); }
input::placeholder { color: inherit; opacity: .72; }
button { min-height: 44px; padding: 0 1.3em; border: 0; font: inherit; font-weight: 600; cursor: pointer; background: var(--news-search-ink, CanvasText); color: var(--news-search-paper, Canvas); }
button:focus-visible { outline: 2px solid var(--news-search-paper, Canvas); outline-offset: -5px; }
ul { position: absolute; z-index: 10; inset: calc(100% + 4px) 0 auto; max-height: min(60vh, 30rem); overflow-y: auto; margin: 0; padding: .3em 0; list-style: none; background: var(--news-search-paper, Canvas); border: 1px solid var(--news-search-rule, GrayText); border-radius: var(--news-search-radius, 3px); box-shadow: 0 8px 24px #0003; }
li { display: flex; justify-content: space-between; align-items: center; gap: 1em; min-height: 44px; padding: .4em .9em; cursor: pointer; overflow-wrap: anywhere; }
li small { flex: none; opacity: .75; font-size: .85em; }
li:hover, li[aria-selected=true] { background: var(--news-search-active, Highlight); color: var(--news-search-active-ink, HighlightText); }
li:last-child { font-weight: 600; border-top: 1px solid var(--news-search-rule, GrayText); }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

class NewsSearch extends HTMLElement {
  #options = [];
  #active = -1;
  #timer = 0;
  #request = null;
  #spoken = 0;

  connectedCallback() {
    if (this.shadowRoot) return this.#listen();
    const lang = this.closest("[lang]")?.lang ?? "fr";
    this.text = TEXTS[lang.startsWith("en") ? "en" : "fr"];
    const plain = this.querySelector("form");
    this.input = make("input", {
      part: "input", type: "search", name: "q", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": "list", "aria-label": this.text.label, enterkeyhint: "search", autocapitalize: "none",
      autocomplete: "off", spellcheck: "false", maxlength: "6000",
      placeholder: this.getAttribute("placeholder") ?? this.text.label,
    });
    this.list = make("ul", { part: "list", id: "list", role: "listbox", "aria-label": this.text.list, hidden: "" });
    this.live = [0, 1].map(() => make("div", { class: "live", role: "status" }));
    this.form = make("form", { part: "form", role: "search", method: "get", action: this.action }, this.input,
      make("button", { part: "button", type: "submit" }, this.text.button));
    if (plain) {  // its filters stay
      for (const [name, value] of new FormData(plain)) {
        if (name === "q") this.input.value = value;
        else this.form.append(make("input", { type: "hidden", name, value }));
      }
    }
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [STYLE];
    root.append(this.form, this.list, ...this.live);
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#close());
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const row = event.target.closest("li");
      if (row) this.#choose([...this.list.children].indexOf(row));
    });
    this.#listen();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#shortcut);
    this.#stop();
  }

  get api() { return new URL(this.getAttribute("api") ?? "/v1", document.baseURI).href.replace(/\/$/, ""); }
  get action() { return new URL(this.getAttribute("action") ?? "/search", this.api).href; }
  get value() { return this.input.value.trim(); }

  #listen() {
    if (this.hasAttribute("shortcut")) document.addEventListener("keydown", this.#shortcut);
  }

  // shortcut="/" is that key alone, where nobody types; shortcut="k" is Ctrl or ⌘ with it.
  #shortcut = (event) => {
    const key = this.getAttribute("shortcut");
    const held = event.ctrlKey || event.metaKey;
    const typing = event.composedPath()[0].closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== key || (/^[a-z]$/.test(key) ? !held : held || event.altKey || typing)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  };

  #stop() {
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  #later() {
    this.#stop();
    this.#activate(-1);
    if ([...this.value].length < LEAST) return this.#close();
    this.#timer = setTimeout(() => this.#ask(), WAIT);
  }

  async #ask() {
    const q = this.value;
    const address = new URL(this.api + "/suggest");
    address.searchParams.set("q", q);
    address.searchParams.set("limit", this.getAttribute("limit") ?? "8");
    this.#request = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.#request.signal, credentials: "omit" });
      if (!answer.ok) return this.#close();
      this.#show(q, (await answer.json()).suggestions);
    } catch { this.#close(); }  // a box without suggestions still searches
  }

  #show(q, suggestions) {
    if (this.shadowRoot.activeElement !== this.input) return;
    this.#options = [...suggestions, { type: "all", text: q }];
    this.list.replaceChildren(...this.#options.map((option, i) => this.#row(option, i)));
    this.#activate(-1);
    this.#open();
    this.#say(this.text.found(suggestions.length));
  }

  #row(option, index) {
    const row = make("li", { part: "option", role: "option", id: "o" + index, "aria-selected": "false" });
    if (option.type === "all") return row.append(this.text.all(option.text)), row;
    const characters = [...option.text], text = make("span", {});
    let at = 0;
    for (const [start, end] of option.ranges ?? []) {
      text.append(characters.slice(at, start).join(""), make("mark", { part: "mark" }, characters.slice(start, end).join("")));
      at = end;
    }
    text.append(characters.slice(at).join(""));
    const kind = [option.within || this.text[option.type], option.type !== "article" && option.count && this.text.count(option.count)];
    const note = make("small", { part: "note" }, kind.filter(Boolean).join(", "));
    row.append(text, note);
    return row;
  }

  #open() {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.#stop();
    this.#activate(-1);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  #activate(index) {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const row = this.list.children[index];
    if (!row) return this.input.removeAttribute("aria-activedescendant");
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", row.id);
    if (SPEAK) this.#say(row.textContent);
  }

  // The same words twice in one region are not read again: two regions take turns.
  #say(words) {
    this.live[this.#spoken].textContent = "";
    this.#spoken = 1 - this.#spoken;
    this.live[this.#spoken].textContent = words;
  }

  #key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden, last = this.list.children.length - 1;
    const move = (index) => { event.preventDefault(); this.#open(); this.#activate(index); };
    switch (event.key) {
      case "ArrowDown":
        if (last < 0) return;
        return move(event.altKey ? this.#active : this.#active < last ? this.#active + 1 : 0);
      case "ArrowUp":
        if (last < 0) return;
        if (event.altKey) return event.preventDefault(), this.#close();
        return move(this.#active > 0 ? this.#active - 1 : last);
      case "Escape":
        event.preventDefault();
        if (open) return this.#close();
        this.input.value = "";
        return;
      case "Enter":
        if (!open || this.#active < 0) return;
        event.preventDefault();
        return this.#choose(this.#active);
      case "Home": case "End": case "ArrowLeft": case "ArrowRight":
        return this.#activate(-1);
      case "Tab":
        return this.#close();
    }
  }

  #emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  #choose(index) {
    const option = this.#options[index];
    this.#close();
    if (option.type === "all") return this.form.requestSubmit();
    if (!this.#emit("news-select", option)) return;
    if (option.type === "article") return location.assign(this.#articleAddress(option));
    if (option.type === "place") {
      const address = new URL(this.action);
      address.searchParams.set("place", option.id);
      return location.assign(address);
    }
    this.input.value = option.text;
    this.form.requestSubmit();
  }

  // articles="/articles/": where this site shows articles; else the article's own address.
  #articleAddress(option) {
    const own = this.getAttribute("articles") ?? (option.url ? null : "/articles/");
    return own === null ? option.url : new URL(own + encodeURIComponent(option.id), this.action).href;
  }

  #submit(event) {
    this.#close();
    if (!this.#emit("news-search", { q: this.value })) event.preventDefault();
  }
}

customElements.define("news-search", NewsSearch);
}
