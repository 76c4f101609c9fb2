// The live log of a meeting: one key or tap is one entry, with its own time and its own random key.
// The words that follow are an addition to it. Without this script every button sends the form.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("logform"), velden = form.elements;
  let bij = null, laatste = "";

  const willekeurig = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  const uur = (moment) => new Date(moment).toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Amsterdam" }).replace(":", ".");
  const naam = (regel) => `${uur(regel.moment)} ${form.querySelector(`[value="${regel.soort}"]`).dataset.label}`;

  const { voeg, bewaar } = maakWachtrij({
    form,
    // Shown as waiting: above the log, or under the entry it belongs to.
    teken(regel) {
      const hoofd = regel.bij && document.querySelector(`#regels [data-sleutel="${regel.bij}"]`);
      const vak = document.createElement(hoofd ? "div" : "li");
      vak.className = "wacht citaat";
      vak.dataset.sleutel = regel.sleutel;
      vak.textContent = [regel.bij ? "" : naam(regel), regel.tekst, regel.persoon && `wie: ${regel.persoon}`, "wacht op verbinding"].filter(Boolean).join(" · ");
      hoofd ? hoofd.append(vak) : byId("regels").prepend(vak);
    },
    toon(html) {
      if (byId("log").contains(document.activeElement)) form.focus({ preventScroll: true });
      byId("log").outerHTML = html;
    },
    weiger(regel, html) {
      document.querySelector(`#regels [data-sleutel="${regel.sleutel}"]`)?.remove();
      const waarom = new DOMParser().parseFromString(html, "text/html").querySelector("p")?.textContent ?? "";
      const punt = byId("geweigerd").appendChild(document.createElement("li"));
      punt.textContent = ["Niet bewaard:", naam(regel), regel.tekst, regel.persoon, waarom].filter(Boolean).join(" ");
      byId("geweigerd").hidden = false;
    },
    zeg(aantal, storing) {
      form.classList.toggle("wacht", Boolean(storing));
      const stand = aantal ? `${storing || "Versturen."} ${aantal} ${aantal > 1 ? "regels wachten" : "regel wacht"} hier.` : "bewaard";
      byId("verbinding").textContent = [laatste, stand].filter(Boolean).join(": ");
    },
    half: () => erbij() && { bij, ...erbij() },
    zetTerug(typte) {
      ["tekst", "persoon"].forEach((n) => { velden[n].value = typte[n]; });
      if (typte.bij) richt(typte.bij);
    },
  });

  const neem = (...namen) => Object.fromEntries(namen.map((n) => [n, velden[n].value.trim()]));
  const erbij = () => (velden.tekst.value.trim() || velden.persoon.value.trim() ? neem("tekst", "persoon") : null);
  const wis = () => ["tekst", "persoon", "tijd"].forEach((n) => { velden[n].value = ""; });
  const richt = (regel) => { // the entry that the words belong to from now on, or none
    bij = regel;
    byId("bij").textContent = regel ? `Toelichting bij ${naam(regel)}` : "Druk op een toets of knop. Daarna kunt u er iets bij typen.";
    ["erbij", "overslaan", "typ"].forEach((id) => { byId(id).hidden = !regel; });
  };
  const klaar = () => {
    if (bij) wis();
    richt(null);
    bewaar();
    form.focus({ preventScroll: true });
  };
  const vulAan = () => {
    if (erbij()) voeg({ sleutel: willekeurig(), bij: bij.sleutel, soort: bij.soort, moment: new Date().toISOString(), ...erbij() });
    klaar();
  };
  form.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-toets]");
    if (!knop) return;
    event.preventDefault();
    if (event.detail > 1) return; // the second half of a double click
    if (bij) vulAan();
    const regel = { sleutel: willekeurig(), soort: knop.value, moment: new Date().toISOString(), ...neem("tekst", "persoon", "tijd", "door", "namens") };
    laatste = naam(regel);
    wis();
    voeg(regel);
    richt(regel);
    if (event.pointerType !== "touch") velden.tekst.focus(); // a finger wants the buttons, not a keyboard over them
  });
  form.addEventListener("input", () => bewaar());
  byId("typ").addEventListener("click", () => velden.tekst.focus());
  byId("erbij").addEventListener("click", vulAan);
  byId("overslaan").addEventListener("click", klaar);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typt = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (typt && !form.contains(typt)) return;
    const letter = typt || event.repeat || !byId("toetsen").checked ? "" : event.key.toLowerCase();
    if (typt && event.key === "Escape") klaar();
    else if (typt && event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (bij) vulAan();
      else if (erbij()) form.querySelector("[value=notitie]").click();
    } else if (letter && form.querySelector(`[data-toets="${CSS.escape(letter)}"]`)) {
      event.preventDefault();
      form.querySelector(`[data-toets="${CSS.escape(letter)}"]`).click();
    }
  });
  wis(); // what the page was opened with is in the queue already
  form.focus({ preventScroll: true });
})();
