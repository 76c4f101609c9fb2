"""The pages of the chain; `adressen.py` adds them to its own."""

from vob.core.permissions import Rol

C, M, BEST = Rol.COORDINATOR, Rol.MEDEWERKER, Rol.BESTUURDER
PAD = "/ketenafspraken"
KETEN_NO_PAGE = {
    "ketenafspraken.export_belkaart": "a download; tests/ketenafspraken looks at it",
    "ketenafspraken.export_vertrouwelijk": "idem",
    "ketenafspraken.export_csv": "a download",
    "ketenafspraken.export_ods": "a download",
    "ketenafspraken.export_voorbeeld": "a download",
    "ketenafspraken.show_bewaker": "a script",
}
KETEN_NIETS_VERPLICHT = {
    "ketenafspraken.update_ladder": "a draft may be empty",
}
# (endpoint, path, role, kind, more): kind "form" is also sent empty, "edit" also outdated.
KETEN: tuple[tuple[str, str, Rol | None, str, dict[str, object]], ...] = (
    ("list_partners", f"{PAD}/", C, "", {}),
    ("list_partners", f"{PAD}/", M, "", {}),
    ("list_partners", f"{PAD}/?q=staatnergens&welke=controle", C, "", {}),
    ("show_partner", f"{PAD}/partners/{{partner}}", C, "", {}),
    ("show_partner", f"{PAD}/partners/{{partner}}", M, "", {}),
    ("show_partner", f"{PAD}/partners/{{lege_partner}}", C, "", {}),
    ("create_partner", f"{PAD}/partners/nieuw", C, "form", {}),
    ("update_partner", f"{PAD}/partners/{{partner}}/wijzigen", C, "edit", {}),
    ("create_contact", f"{PAD}/partners/{{partner}}/contacten/nieuw", C, "form", {}),
    ("update_contact", f"{PAD}/contacten/{{contact}}", C, "edit", {}),
    ("show_privenummer", f"{PAD}/contacten/{{contact}}/privenummer", C, "", {}),
    ("list_gemeenten", f"{PAD}/gemeenten", C, "", {}),
    ("list_gemeenten", f"{PAD}/gemeenten", M, "", {}),
    ("create_gemeenten", f"{PAD}/gemeenten/nieuw", C, "form", {}),
    ("show_controle", f"{PAD}/controle", C, "form", {"form": "form#verdelen"}),
    ("show_controle", f"{PAD}/controle", M, "", {}),
    ("answer_vraag", "{controlelink}", None, "form", {}),
    ("answer_vraag", f"{PAD}/klopt-dit/bestaat-niet", None, "", {"status": 404}),
    ("show_dank", f"{PAD}/klopt-dit/dank", None, "", {}),
    ("list_afspraken", f"{PAD}/afspraken/", C, "", {}),
    ("list_afspraken", f"{PAD}/afspraken/?stand=opgezegd", C, "", {}),
    ("show_afspraak", f"{PAD}/afspraken/{{afspraak}}", C, "", {}),
    ("show_afspraak", f"{PAD}/afspraken/{{verlopen}}", BEST, "", {}),
    ("show_afspraak", f"{PAD}/afspraken/{{concept_afspraak}}", C, "", {}),
    ("create_afspraak", f"{PAD}/afspraken/nieuw", C, "form", {}),
    ("update_afspraak", f"{PAD}/afspraken/{{concept_afspraak}}/wijzigen", C, "edit", {}),
    ("add_stuk", f"{PAD}/afspraken/{{afspraak}}/stukken", C, "form", {}),
    ("end_afspraak", f"{PAD}/afspraken/{{afspraak}}/opzeggen", C, "form", {}),
    ("evaluate_afspraak", f"{PAD}/afspraken/{{afspraak}}/evaluatie", C, "edit", {}),
    ("show_escalatie", f"{PAD}/escalatie/", C, "", {}),
    ("show_escalatie", f"{PAD}/escalatie/", M, "", {}),
    ("show_ladder", f"{PAD}/escalatie/{{ladder}}", M, "", {}),
    ("update_ladder", f"{PAD}/escalatie/concept", C, "edit", {"bare": 404, "empty": 0}),
    ("create_trede", f"{PAD}/escalatie/concept/treden/nieuw", C, "form", {"bare": 404}),
    ("update_trede", f"{PAD}/escalatie/treden/{{trede}}", C, "edit", {}),
    ("show_wie_bellen", f"{PAD}/wie-bel-ik", M, "", {}),
    ("show_wie_bellen", f"{PAD}/wie-bel-ik?vorm=bedreiging&ernst=4&bestuurder=ja", C, "", {}),
    ("show_belkaart", f"{PAD}/belkaart", C, "", {}),
    ("show_belkaart", f"{PAD}/belkaart", M, "", {}),
    ("show_vertrouwelijk", f"{PAD}/belkaart-vertrouwelijk", C, "", {}),
    ("show_los", f"{PAD}/belkaart/los", M, "", {}),
    ("import_contacten", f"{PAD}/import", C, "form", {}),
)
