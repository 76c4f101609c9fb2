// What makes VOB pleasanter with JavaScript. Nothing is decided here; without it all works.
"use strict";
(() => {
  const doc = document.documentElement;
  const on = (name, act, options) => document.addEventListener(name, act, options);
  const byId = (id) => document.getElementById(id);
  doc.classList.add("js");

  // A swap must not lose the keyboard: htmx finds a focused element by its id; failing that,
  // the nearest surviving element around it takes the focus.
  let around = [];
  on("htmx:before:swap", (event) => {
    around = [];
    for (let e = document.activeElement; e && e !== document.body; e = e.parentElement)
      if (e.id) around.push(e.id);
    // htmx 4 has no setting against script tags in an answer. The CSP stops inline ones; so do we.
    for (const task of event.detail.tasks)
      for (const script of task.fragment.querySelectorAll("script")) script.remove();
  });
  on("htmx:after:swap", () => {
    show(byId("melding"));
    if (document.activeElement !== document.body) return;
    const next = around.map(byId).find(Boolean);
    if (!next) return;
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });

  // Refusals: seen at once, gone with the next attempt.
  const show = (box) => box?.childElementCount && box.scrollIntoView({ block: "nearest" });
  const clear = () => byId("melding")?.replaceChildren();
  on("htmx:error", () => {
    const box = byId("melding");
    box?.setAttribute("role", "alert");
    box?.replaceChildren(byId("geen-verbinding").content.cloneNode(true));
  });

  // A request is under way: say so, and let a form be sent once.
  const free = (form) => {
    delete form.dataset.bezig;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  };
  on("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.bezig) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.bezig = "ja";
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(free, 10000, form); // a download leaves the page where it is
  }, true);
  on("htmx:before:request", (event) => {
    // Only what someone does clears it, not a draft that saves itself.
    if (/click|submit/.test(event.detail.ctx.sourceEvent?.type)) clear();
    event.detail.ctx.target?.setAttribute?.("aria-busy", "true");
  });
  on("htmx:finally:request", (event) => {
    for (const e of document.querySelectorAll("[aria-busy]")) e.removeAttribute("aria-busy");
    const { request, sourceElement } = event.detail.ctx;
    if (request.form && request.form === sourceElement) free(request.form);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(free));

  // Small things a button can do: copy, print, close.
  on("click", async (event) => {
    const button = event.target.closest("[data-kopieer], [data-afdrukken], [data-sluit]");
    if (!button) return;
    if ("afdrukken" in button.dataset) return print();
    if ("sluit" in button.dataset) {
      clear();
      return byId("main")?.focus({ preventScroll: true });
    }
    await navigator.clipboard.writeText(byId(button.dataset.kopieer).textContent.trim());
    const words = button.querySelector("span") ?? button;
    const before = words.textContent;
    words.textContent = "Gekopieerd";
    setTimeout(() => { words.textContent = before; }, 2000);
  });

  // A page that asks for it is kept for when there is no network (js/belkaart.js); renewed each visit.
  const kept = document.querySelector("[data-bewaken]");
  if (kept) navigator.serviceWorker?.register(kept.dataset.bewaken, { scope: kept.dataset.bereik })
    .then((keeper) => keeper?.active?.postMessage("bewaar"), () => {});

  // An open menu closes on Escape and on a press elsewhere.
  const close = (menu) => { menu.open = false; menu.querySelector("summary").focus(); };
  on("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details.uitklap[open]");
    if (menu) close(menu);
  });
  on("click", (event) => {
    for (const menu of document.querySelectorAll("details.gebruiker[open]"))
      if (!menu.contains(event.target)) menu.open = false;
  });
})();
