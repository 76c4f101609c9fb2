// The live log of a meeting. One key or tap makes an entry with its own time and its own random id.
// It waits in this page until the server has it, so it arrives once, in order, whatever the
// connection does. What waits is also kept for a reload, sealed with a key that only this user's
// page receives: nothing readable stays in the browser, and nothing at all once it arrived.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const live = byId("live"), form = byId("logform"), velden = form.elements;
  const { plek, kluis } = live.dataset;
  let rij = [], bij = null, laatste = "", bezig = false, keer = 0;

  const willekeurig = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  const uur = (moment) => new Date(moment).toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Amsterdam" }).replace(":", ".");
  const naam = (regel) => `${uur(regel.moment)} ${form.querySelector(`[value="${regel.soort}"]`).dataset.label}`;

  // Sealed storage. Without a safe connection the browser has no subtle crypto: then only memory.
  const sleutel = crypto.subtle?.importKey("raw", Uint8Array.from(kluis.match(/../g), (h) => parseInt(h, 16)), "AES-GCM", false, ["encrypt", "decrypt"]);
  const bewaar = async () => {
    const deze = ++keer;
    if (!rij.length) return sessionStorage.removeItem(plek);
    if (!sleutel) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const dicht = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sleutel, new TextEncoder().encode(JSON.stringify(rij)));
    if (deze === keer) sessionStorage.setItem(plek, btoa(Array.from([...iv, ...new Uint8Array(dicht)], (b) => String.fromCharCode(b)).join("")));
  };
  const haal = async () => {
    const dicht = sessionStorage.getItem(plek);
    if (!dicht || !sleutel) return;
    const alles = Uint8Array.from(atob(dicht), (c) => c.charCodeAt(0));
    const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv: alles.slice(0, 12) }, await sleutel, alles.slice(12));
    rij = [...JSON.parse(new TextDecoder().decode(open)), ...rij];
    rij.forEach(teken);
  };

  // What waits, shown as waiting: above the log, or under the entry it belongs to.
  const teken = (regel) => {
    const hoofd = regel.bij && document.querySelector(`#regels [data-sleutel="${regel.bij}"]`);
    const vak = document.createElement(hoofd ? "div" : "li");
    vak.className = "wacht citaat";
    if (!regel.bij) vak.dataset.sleutel = regel.sleutel;
    vak.textContent = [regel.bij ? "" : naam(regel), regel.tekst, regel.persoon && `wie: ${regel.persoon}`, "wacht op verbinding"].filter(Boolean).join(" · ");
    hoofd ? hoofd.append(vak) : byId("regels").prepend(vak);
  };
  const toon = (html) => {
    const nieuw = document.createElement("template");
    nieuw.innerHTML = html;
    byId("log").replaceWith(nieuw.content);
    rij.forEach(teken);
  };
  const zeg = (waarom) => {
    live.classList.toggle("wacht", rij.length > 0 && Boolean(waarom));
    const stand = rij.length ? `${waarom || "Versturen."} ${rij.length} ${rij.length > 1 ? "regels wachten" : "regel wacht"} hier.` : "bewaard";
    byId("verbinding").textContent = [laatste, stand].filter(Boolean).join(": ");
  };
  const weiger = (regel, html) => {
    const punt = byId("geweigerd").appendChild(document.createElement("li"));
    const waarom = new DOMParser().parseFromString(html, "text/html").querySelector("p")?.textContent ?? "";
    punt.textContent = `Niet bewaard: ${naam(regel)} ${regel.tekst} ${regel.persoon}. ${waarom}`;
    byId("geweigerd").hidden = false;
  };

  // The queue: one at a time, the oldest first; an entry leaves it when its answer is in.
  const vraag = (pad, opties) => fetch(pad, { signal: AbortSignal.timeout(8000), ...opties }).then(async (a) => ({ status: a.status, html: await a.text() })).catch(() => ({ status: 0 }));
  const vernieuw = async () => {
    const { html = "" } = await vraag(location.pathname);
    const pagina = new DOMParser().parseFromString(html, "text/html");
    const token = pagina.querySelector("#logform [name=csrf_token]")?.value;
    if (!token || pagina.getElementById("live").dataset.plek !== plek) return false;
    velden.csrf_token.value = token;
    return true;
  };
  const stuur = (regel) => vraag(form.action, { method: "POST", headers: { "HX-Request": "true" }, body: new URLSearchParams({ ...regel, csrf_token: velden.csrf_token.value, klok: new Date().toISOString() }) });
  const leeg = async () => {
    if (bezig) return;
    bezig = true;
    let waarom = "", vernieuwd = false;
    while (rij.length && !waarom) {
      const { status, html } = await stuur(rij[0]);
      if (!status || status >= 500) waarom = "Geen verbinding.";
      else if ((status === 400 || status === 401) && !vernieuwd) {
        vernieuwd = true;
        if (!(await vernieuw())) waarom = "U bent uitgelogd. Log in op een ander tabblad, dan komt dit alsnog aan.";
      } else {
        const regel = rij.shift();
        status === 200 ? toon(html) : weiger(regel, html);
      }
      bewaar();
    }
    bezig = false;
    zeg(waarom);
  };
  const voeg = (regel) => {
    rij.push(regel);
    laatste = naam(regel);
    teken(regel);
    zeg();
    leeg();
  };

  // What someone does.
  const neem = (namen) => Object.fromEntries(namen.map((n) => [n, velden[n].value.trim()]));
  const wis = () => ["tekst", "persoon", "tijd"].forEach((n) => { velden[n].value = ""; });
  const klaar = () => {
    bij = null;
    byId("bij").textContent = "Druk op een toets of knop. Daarna kunt u er iets bij typen.";
    byId("erbij").hidden = byId("overslaan").hidden = true;
    live.focus({ preventScroll: true });
  };
  const vulAan = () => {
    const erbij = neem(["tekst", "persoon"]);
    if (erbij.tekst || erbij.persoon) voeg({ sleutel: willekeurig(), bij: bij.sleutel, soort: bij.soort, moment: new Date().toISOString(), ...erbij });
    wis();
    klaar();
  };
  form.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-toets]");
    if (!knop) return;
    event.preventDefault();
    if (bij) vulAan();
    bij = { sleutel: willekeurig(), soort: knop.value, moment: new Date().toISOString(), ...neem(["tekst", "persoon", "tijd", "door", "namens"]) };
    wis();
    voeg(bij);
    byId("bij").textContent = `Toelichting bij ${naam(bij)}`;
    byId("erbij").hidden = byId("overslaan").hidden = false;
    if (event.pointerType !== "touch") velden.tekst.focus(); // a finger wants the buttons, not a keyboard over them
  });
  byId("erbij").addEventListener("click", vulAan);
  byId("overslaan").addEventListener("click", () => { wis(); klaar(); });
  document.addEventListener("keydown", (event) => {
    const typt = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typt && form.contains(typt) && event.key === "Escape") { wis(); return klaar(); }
    if (typt && form.contains(typt) && event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (bij) vulAan();
      else if (velden.tekst.value.trim() || velden.persoon.value.trim()) form.querySelector("[value=notitie]").click();
      return;
    }
    if (typt || event.repeat || !byId("toetsen").checked) return;
    const knop = form.querySelector(`[data-toets="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!knop) return;
    event.preventDefault();
    knop.click();
  });
  addEventListener("online", leeg);
  addEventListener("beforeunload", (event) => rij.length && event.preventDefault());
  setInterval(() => rij.length && leeg(), 3000);
  // What a colleague wrote; and whoever watches a quiet meeting stays logged in (besluiten.md).
  setInterval(async () => {
    if (rij.length || byId("log").contains(document.activeElement)) return;
    const { status, html } = await vraag(location.pathname, { headers: { "HX-Request": "true" } });
    if (status === 200 && !rij.length) toon(html);
  }, 60000);
  haal().catch(() => sessionStorage.removeItem(plek)).then(() => rij.length && leeg());
  live.focus({ preventScroll: true });
})();
