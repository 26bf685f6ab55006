// What the preview adds to each page that it serves: it follows the site, and shows what keeps a build from it.
"use strict";
(() => {
  const script = document.currentScript;
  const shown = { page: script.dataset.page, style: script.dataset.style };
  const place = "dateline-preview-place";
  let stream = null;
  let overlay = null;
  let dismissed = "";

  // A page that is not looked at lets go of its stream: a browser opens only six to one host, whatever the tabs.
  // The stream tells states and not events, so nothing is missed.
  function follow() {
    if (document.hidden) {
      leave();
    } else if (!stream || stream.readyState === EventSource.CLOSED) {
      stream = new EventSource(new URL("events", script.src));
      stream.onmessage = (message) => take(JSON.parse(message.data));
    }
  }

  function leave() {
    if (stream) stream.close();
    stream = null;
  }

  function take(state) {
    show(state.faults, state.more);
    if (state.page !== shown.page) {
      reload();
    } else if (state.style !== shown.style) {
      shown.style = state.style;
      restyle(state.style);
    }
  }

  function reload() {
    leave();
    try {
      sessionStorage.setItem(place, JSON.stringify([location.href, scrollX, scrollY]));
    } catch { /* no storage here: the browser's own memory of the place must do */ }
    location.reload();
  }

  function return_to_place() {
    try {
      const [address, left, top] = JSON.parse(sessionStorage.getItem(place) ?? "[]");
      if (address === location.href) scrollTo({ left, top, behavior: "instant" });
    } catch { /* as above */ }
  }

  function forget_place() {
    return_to_place(); // once more: pictures have their height only now
    try {
      sessionStorage.removeItem(place);
    } catch { /* as above */ }
  }

  function restyle(version) {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]:not([data-dateline-old])')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("dateline", version);
      const fresh = link.cloneNode();
      fresh.href = address;
      link.dataset.datelineOld = ""; // it stays until the new one is there, so that nothing flickers
      fresh.onload = fresh.onerror = () => link.remove();
      link.after(fresh);
    }
  }

  function show(faults, more) {
    const words = JSON.stringify(faults);
    if (overlay) overlay.remove();
    overlay = null;
    if (!faults.length) dismissed = "";
    if (!faults.length || words === dismissed) return;
    overlay = document.createElement("dateline-faults");
    overlay.attachShadow({ mode: "open" }).append(panel(faults, more, words));
    const sheet = new CSSStyleSheet(); // the page's policy lets no style in by markup
    sheet.replaceSync(STYLE);
    overlay.shadowRoot.adoptedStyleSheets = [sheet];
    document.documentElement.append(overlay);
  }

  function panel(faults, more, words) {
    const box = element("section", "");
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", "What to mend");
    const close = element("button", "Close");
    close.onclick = () => { dismissed = words; overlay.remove(); };
    const list = element("ul", "");
    for (const [where, message] of faults) {
      const item = element("li", "");
      item.append(element("code", where), element("span", message));
      list.append(item);
    }
    if (more) list.append(element("li", `and ${more} more, in the terminal`));
    box.append(close, element("h2", "Not built: the last site stays until this is mended"), list);
    return box;
  }

  function element(name, words) {
    const made = document.createElement(name);
    made.textContent = words; // never as markup: it may quote a source
    made.dir = "auto";
    return made;
  }

  const STYLE = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
      box-sizing: border-box; padding: 1rem 1.25rem; background: #2b0b0b; color: #fff; border-top: 4px solid #ff6b5e;
      font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { padding: .35rem 0; }
    code { display: block; font: bold 14px/1.4 ui-monospace, monospace; color: #ffb3ab; }
    button { float: right; margin: 0 0 .5rem 1rem; padding: .25rem .75rem; font: inherit; color: inherit;
      background: none; border: 1px solid currentColor; border-radius: 4px; cursor: pointer; }
  `;

  return_to_place();
  addEventListener("load", forget_place);
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", follow);
  addEventListener("keydown", (event) => { if (event.key === "Escape") overlay?.shadowRoot.querySelector("button").click(); });
  follow();
})();
