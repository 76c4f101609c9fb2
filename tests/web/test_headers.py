from vob.core.permissions import Rol


def test_every_answer_carries_the_headers(client_for):
    client = client_for(Rol.MEDEWERKER)
    for url in ("/profiel", "/bestaat-niet", "/gezond", "/inloggen"):
        headers = client.get(url).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert "HX-Request" in headers["Vary"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(app):
    cookie = app.test_client().get("/inloggen").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_behind_tls_the_browser_stays_on_tls(app):
    app.config["TLS"] = True
    try:
        headers = app.test_client().get("/gezond").headers
    finally:
        app.config["TLS"] = False
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_page_travels_compressed(client_for):
    r = client_for(Rol.MEDEWERKER).get("/profiel", headers={"Accept-Encoding": "br"})
    assert r.headers["Content-Encoding"] == "br"
