// What was written and has not arrived yet. Each entry has a random key of its own and is sent by
// itself, the oldest first, until the server answered: so it arrives once, in order, whatever the
// connection does. What waits is kept for a reload as well, sealed with a key that only the page of
// this user receives: nothing readable stays in the browser, and nothing at all once it arrived.
"use strict";
// `form`: where it is sent, with its token, and data-plek and data-kluis from the server.
// `toon(html)` shows what the server answered, `weiger(regel, html)` what it refused, `teken(regel)`
// what waits, and `zeg(aantal, storing)` how it stands. `half()` is what is being typed, or null;
// `zetTerug(half)` puts it back after a reload. The answer: add an entry, and keep what is typed.
const maakWachtrij = ({ form, toon, weiger, teken, zeg, half, zetTerug }) => {
  const { plek, kluis } = form.dataset, token = form.elements.csrf_token;
  let rij = [], storing = "", bezig = false, keer = 0;
  const zegt = () => zeg(rij.length, storing);

  // Without a safe connection a browser has no subtle crypto: then only memory.
  const sleutel = crypto.subtle?.importKey("raw", Uint8Array.from(kluis.match(/../g), (h) => parseInt(h, 16)), "AES-GCM", false, ["encrypt", "decrypt"]);
  const bewaar = async () => {
    const deze = ++keer;
    const typt = half();
    if (!rij.length && !typt) return sessionStorage.removeItem(plek);
    if (!sleutel) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const dicht = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sleutel, new TextEncoder().encode(JSON.stringify([rij, typt])));
    const letters = Array.from([...iv, ...new Uint8Array(dicht)], (b) => String.fromCharCode(b));
    if (deze === keer) sessionStorage.setItem(plek, btoa(letters.join("")));
  };
  const haal = async () => {
    const dicht = sessionStorage.getItem(plek);
    if (!dicht || !sleutel) return;
    const alles = Uint8Array.from(atob(dicht), (c) => c.charCodeAt(0));
    const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv: alles.slice(0, 12) }, await sleutel, alles.slice(12));
    const [wachtte, typte] = JSON.parse(new TextDecoder().decode(open));
    rij = [...wachtte, ...rij];
    rij.forEach(teken);
    if (typte && !half()) zetTerug(typte);
    leeg();
  };

  // Status 0: no answer. An answer that breaks off half-way is none either.
  const vraag = (pad, opties) => fetch(pad, { signal: AbortSignal.timeout(8000), ...opties })
    .then(async (antwoord) => ({ status: antwoord.status, html: await antwoord.text() }))
    .catch(() => ({ status: 0, html: "" }));
  const stuur = (regel) => vraag(form.action, {
    method: "POST",
    headers: { "HX-Request": "true" },
    body: new URLSearchParams({ ...regel, csrf_token: token.value, klok: new Date().toISOString() }),
  });
  // The session ended. Logged in again elsewhere, by the same person? Then with the new token.
  const vernieuw = async () => {
    const { html } = await vraag(location.pathname);
    const nieuw = new DOMParser().parseFromString(html, "text/html").getElementById(form.id);
    if (nieuw?.dataset.plek !== plek) return false;
    token.value = nieuw.elements.csrf_token.value;
    return true;
  };
  const leeg = async () => {
    if (bezig) return;
    bezig = true;
    let vernieuwd = false, door = true;
    while (rij.length && door) {
      const regel = rij[0];
      const { status, html } = await stuur(regel);
      const uitgelogd = (status === 400 || status === 401) && !vernieuwd;
      if (uitgelogd) vernieuwd = door = await vernieuw();
      else door = status > 0 && status < 500;
      storing = door ? "" : uitgelogd ? "U bent uitgelogd. Log in op een ander tabblad, dan komt dit alsnog aan." : "Geen verbinding.";
      if (door && !uitgelogd) {
        rij.splice(rij.indexOf(regel), 1);
        if (status !== 200) weiger(regel, html);
        else {
          toon(html);
          rij.forEach(teken);
        }
      }
      bewaar();
    }
    bezig = false;
    zegt();
  };

  addEventListener("online", leeg);
  addEventListener("beforeunload", (event) => rij.length && event.preventDefault());
  setInterval(() => rij.length && leeg(), 3000);
  // What a colleague wrote; and whoever watches a quiet meeting stays logged in (besluiten.md).
  setInterval(async () => {
    if (rij.length || document.activeElement?.closest("#log")) return;
    const { status, html } = await vraag(location.pathname, { headers: { "HX-Request": "true" } });
    if (status === 200 && !rij.length) toon(html);
  }, 60000);
  haal().catch(() => sessionStorage.removeItem(plek));
  const voeg = (regel) => {
    rij.push(regel);
    teken(regel);
    zegt();
    bewaar();
    leeg();
  };
  return { voeg, bewaar };
};
