"""What a browser fetches for a first view, and for a second one: bytes over the wire, requests."""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@dataclass
class Blik:
    koud_bytes: int
    koud_aantal: int
    warm_bytes: int
    warm_aantal: int
    verschuiving: float


def look(poort: int, cookie: str, paden: list[str]) -> dict[str, Blik]:
    """Each page in a fresh browser, then once more."""
    naam, _, waarde = cookie.partition("=")
    koekje = {"name": naam, "value": waarde, "url": f"http://127.0.0.1:{poort}"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        blikken = {pad: _look(browser, poort, koekje, pad) for pad in paden}
        browser.close()
    return blikken


def _look(browser: Browser, poort: int, koekje: dict[str, str], pad: str) -> Blik:
    context = browser.new_context(locale="nl-NL")
    context.add_cookies([koekje])  # type: ignore[list-item]  # the three keys it asks for
    pagina = context.new_page()
    meter = Meter(context.new_cdp_session(pagina))
    adres = f"http://127.0.0.1:{poort}{pad}"
    pagina.goto(adres, wait_until="networkidle")
    koud = meter.read()
    verschuiving = pagina.evaluate(_CLS)
    pagina.goto(adres, wait_until="networkidle")
    warm = meter.read()
    context.close()
    return Blik(*koud, *warm, verschuiving)


_CLS = """() => new Promise(klaar => {
  let som = 0;
  const tel = lijst => lijst.getEntries().forEach(e => { if (!e.hadRecentInput) som += e.value; });
  new PerformanceObserver(tel).observe({type: "layout-shift", buffered: true});
  setTimeout(() => klaar(som), 200);
})"""


class Meter:
    """Counts what really came over the network: not what a cache gave."""

    def __init__(self, cdp: CDPSession) -> None:
        self._uit_cache: set[str] = set()
        self._bytes: dict[str, int] = {}
        cdp.on("Network.requestServedFromCache", lambda e: self._uit_cache.add(e["requestId"]))
        cdp.on("Network.responseReceived", self._received)
        cdp.on("Network.loadingFinished", self._finished)
        cdp.send("Network.enable")

    def _received(self, event: dict[str, object]) -> None:
        antwoord = event["response"]
        if isinstance(antwoord, dict) and (
            antwoord.get("fromDiskCache") or str(antwoord.get("url", "")).startswith("data:")
        ):
            self._uit_cache.add(str(event["requestId"]))

    def _finished(self, event: dict[str, object]) -> None:
        self._bytes[str(event["requestId"])] = int(float(str(event["encodedDataLength"])))

    def read(self) -> tuple[int, int]:
        """Bytes and requests since the last time."""
        echt = {id: maat for id, maat in self._bytes.items() if id not in self._uit_cache}
        self._bytes.clear()
        return sum(echt.values()), len(echt)
