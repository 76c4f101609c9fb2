"""the case, whole: its parts and clocks

Columns and indexes of `incident` are changed one by one: rebuilding that table on SQLite would
copy its computed column.

A migration never breaks the version that is still running: nullable, fill, require.
"""

from collections import Counter
from datetime import UTC
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0003_zaak"
down_revision = "0003_media"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incidentcijfer",
        sa.Column("maand", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dimensie", sa.String(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("maand", "dimensie", "waarde", name=op.f("pk_incidentcijfer")),
    )
    op.create_table(
        "strafbaarfeit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("artikel", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("vormen", sa.JSON(), nullable=False),
        sa.Column("is_klachtdelict", sa.Boolean(), nullable=False),
        sa.Column("is_actief", sa.Boolean(), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("gecontroleerd_op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strafbaarfeit")),
        sa.UniqueConstraint("code", name=op.f("uq_strafbaarfeit_code")),
    )
    op.create_table(
        "bespreking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("verslag", sa.LargeBinary(), nullable=False),
        sa.Column("gemaakt_door_id", sa.Integer(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gemaakt_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_bespreking_gemaakt_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bespreking")),
    )
    with op.batch_alter_table("bespreking", schema=None) as batch_op:
        batch_op.create_index("ix_bespreking_datum", ["datum", "id"], unique=False)

    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("titel", sa.LargeBinary(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "persoon",
                "onderwerp",
                "getroffene",
                name="dossiersoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("toelichting", sa.LargeBinary(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gemaakt_door_id"], ["gebruiker.id"], name=op.f("fk_dossier_gemaakt_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
    )
    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.create_index("ix_dossier_gemaakt", ["gemaakt_op", "id"], unique=False)

    op.create_table(
        "registerbesluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("is_aan", sa.Boolean(), nullable=False),
        sa.Column("grond", sa.Text(), nullable=False),
        sa.Column("akkoord_op", sa.Date(), nullable=True),
        sa.Column("fg_naam", sa.String(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_registerbesluit_door_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registerbesluit")),
    )
    op.create_table(
        "veroorzaker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.LargeBinary(), nullable=False),
        sa.Column("naam_index", sa.String(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("gedrag", sa.LargeBinary(), nullable=False),
        sa.Column("geplaatst_op", sa.Date(), nullable=False),
        sa.Column("geplaatst_door_id", sa.Integer(), nullable=False),
        sa.Column("geinformeerd_op", sa.Date(), nullable=True),
        sa.Column("reden_niet", sa.LargeBinary(), nullable=False),
        sa.Column("herbeoordeling_op", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["geplaatst_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_veroorzaker_geplaatst_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_veroorzaker")),
    )
    with op.batch_alter_table("veroorzaker", schema=None) as batch_op:
        batch_op.create_index(
            "ix_veroorzaker_herbeoordeling", ["herbeoordeling_op", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_veroorzaker_naam_index"), ["naam_index"], unique=False)

    op.create_table(
        "zaakanalyse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column(
            "herhaling",
            sa.Enum(
                "eerste", "herhaling", "onbekend", name="herhaling", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("feiten", sa.JSON(), nullable=False),
        sa.Column("conclusie", sa.LargeBinary(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_zaakanalyse_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_zaakanalyse_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zaakanalyse")),
        sa.UniqueConstraint("incident_id", name=op.f("uq_zaakanalyse_incident_id")),
    )
    op.create_table(
        "bewijsstuk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "screenshot",
                "beeld",
                "camera",
                "bericht",
                "geluid",
                "voorwerp",
                "getuige",
                name="bewijssoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("omschrijving", sa.LargeBinary(), nullable=False),
        sa.Column("bijlage_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bijlage_id"], ["bijlage.id"], name=op.f("fk_bewijsstuk_bijlage_id_bijlage")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_bewijsstuk_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewijsstuk")),
        sa.UniqueConstraint("incident_id", "nummer", name=op.f("uq_bewijsstuk_incident_id_nummer")),
    )
    op.create_table(
        "dossierzaak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.LargeBinary(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_dossierzaak_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossierzaak_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_dossierzaak_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossierzaak")),
        sa.UniqueConstraint(
            "dossier_id", "incident_id", name=op.f("uq_dossierzaak_dossier_id_incident_id")
        ),
    )
    with op.batch_alter_table("dossierzaak", schema=None) as batch_op:
        batch_op.create_index("ix_dossierzaak_incident", ["incident_id"], unique=False)

    op.create_table(
        "veroorzakerzaak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("veroorzaker_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_veroorzakerzaak_incident_id_incident")
        ),
        sa.ForeignKeyConstraint(
            ["veroorzaker_id"],
            ["veroorzaker.id"],
            name=op.f("fk_veroorzakerzaak_veroorzaker_id_veroorzaker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_veroorzakerzaak")),
        sa.UniqueConstraint(
            "veroorzaker_id",
            "incident_id",
            name=op.f("uq_veroorzakerzaak_veroorzaker_id_incident_id"),
        ),
    )
    with op.batch_alter_table("veroorzakerzaak", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_veroorzakerzaak_incident_id"), ["incident_id"], unique=False
        )

    op.create_table(
        "zaaktermijn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "nazorg",
                "reactie",
                "opvanggesprek",
                "vervolg_1",
                "vervolg_2",
                "klachtencheck",
                "klacht",
                "voeging",
                "cjib",
                "schadefonds",
                "vergaderverbod",
                "gebiedsverbod",
                "camerabeeld",
                "herbeoordeling",
                name="termijnsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("betreft", sa.LargeBinary(), nullable=False),
        sa.Column("vanaf", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uiterlijk", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ruim", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_dag", sa.Boolean(), nullable=False),
        sa.Column("eigenaar_id", sa.Integer(), nullable=True),
        sa.Column("actie_id", sa.Integer(), nullable=True),
        sa.Column("gewaarschuwd_op", sa.Date(), nullable=True),
        sa.Column("gestopt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uitkomst", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actie_id"], ["actie.id"], name=op.f("fk_zaaktermijn_actie_id_actie")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["gebruiker.id"], name=op.f("fk_zaaktermijn_eigenaar_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_zaaktermijn_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zaaktermijn")),
    )
    with op.batch_alter_table("zaaktermijn", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_zaaktermijn_actie_id"), ["actie_id"], unique=False)
        batch_op.create_index("ix_zaaktermijn_incident", ["incident_id", "soort"], unique=False)
        batch_op.create_index(
            "ix_zaaktermijn_loopt",
            ["uiterlijk", "id"],
            unique=False,
            sqlite_where=sa.text("gestopt_op IS NULL"),
            postgresql_where=sa.text("gestopt_op IS NULL"),
        )

    op.create_table(
        "bewijsregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("bewijsstuk_id", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "vastgelegd",
                "overgedragen",
                "terug",
                "gecontroleerd",
                "aanvulling",
                "vernietigd",
                name="regelsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("van", sa.LargeBinary(), nullable=False),
        sa.Column("naar", sa.LargeBinary(), nullable=False),
        sa.Column("toelichting", sa.LargeBinary(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zout", sa.LargeBinary(), nullable=False),
        sa.Column("zegel", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bewijsstuk_id"],
            ["bewijsstuk.id"],
            name=op.f("fk_bewijsregel_bewijsstuk_id_bewijsstuk"),
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_bewijsregel_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_bewijsregel_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewijsregel")),
        sa.UniqueConstraint(
            "incident_id", "volgnummer", name=op.f("uq_bewijsregel_incident_id_volgnummer")
        ),
    )
    with op.batch_alter_table("bewijsregel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bewijsregel_bewijsstuk_id"), ["bewijsstuk_id"], unique=False
        )

    op.create_table(
        "protocolstap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("documentversie_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column(
            "stand",
            sa.Enum(
                "open", "gedaan", "overgeslagen", name="stapstand", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["documentversie_id"],
            ["documentversie.id"],
            name=op.f("fk_protocolstap_documentversie_id_documentversie"),
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruiker.id"], name=op.f("fk_protocolstap_door_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_protocolstap_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protocolstap")),
    )
    with op.batch_alter_table("protocolstap", schema=None) as batch_op:
        batch_op.create_index("ix_protocolstap_incident", ["incident_id", "stand"], unique=False)

    op.add_column(
        "incident", sa.Column("terugkoppeling_op", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("incident", sa.Column("bericht_op", sa.DateTime(timezone=True), nullable=True))
    op.add_column("incident", sa.Column("vrijgave_op", sa.DateTime(timezone=True), nullable=True))
    op.add_column("incident", sa.Column("vrijgave", sa.LargeBinary(), nullable=True))
    op.drop_index(op.f("ix_incident_getroffene_id"))
    op.create_index(
        "ix_incident_bericht",
        "incident",
        ["bericht_op", "id"],
        unique=False,
        sqlite_where=sa.text("bericht_op IS NOT NULL"),
        postgresql_where=sa.text("bericht_op IS NOT NULL"),
    )
    op.create_index("ix_incident_getroffene", "incident", ["getroffene_id", "id"], unique=False)
    op.create_index(
        "ix_incident_mijn_open",
        "incident",
        ["behandelaar_id", "gemeld_op", "id"],
        unique=False,
        sqlite_where=sa.text("is_open IS 1"),
        postgresql_where=sa.text("is_open IS true"),
    )
    op.create_index("ix_incident_onderwerp", "incident", ["onderwerp", "id"], unique=False)

    _count_incidenten()


def downgrade() -> None:
    op.drop_index("ix_incident_onderwerp")
    op.drop_index(
        "ix_incident_mijn_open",
        sqlite_where=sa.text("is_open IS 1"),
        postgresql_where=sa.text("is_open IS true"),
    )
    op.drop_index("ix_incident_getroffene")
    op.drop_index(
        "ix_incident_bericht",
        sqlite_where=sa.text("bericht_op IS NOT NULL"),
        postgresql_where=sa.text("bericht_op IS NOT NULL"),
    )
    op.create_index(op.f("ix_incident_getroffene_id"), "incident", ["getroffene_id"], unique=False)
    op.drop_column("incident", "vrijgave")
    op.drop_column("incident", "vrijgave_op")
    op.drop_column("incident", "bericht_op")
    op.drop_column("incident", "terugkoppeling_op")

    with op.batch_alter_table("protocolstap", schema=None) as batch_op:
        batch_op.drop_index("ix_protocolstap_incident")

    op.drop_table("protocolstap")
    with op.batch_alter_table("bewijsregel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bewijsregel_bewijsstuk_id"))

    op.drop_table("bewijsregel")
    with op.batch_alter_table("zaaktermijn", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_zaaktermijn_loopt",
            sqlite_where=sa.text("gestopt_op IS NULL"),
            postgresql_where=sa.text("gestopt_op IS NULL"),
        )
        batch_op.drop_index("ix_zaaktermijn_incident")
        batch_op.drop_index(batch_op.f("ix_zaaktermijn_actie_id"))

    op.drop_table("zaaktermijn")
    with op.batch_alter_table("veroorzakerzaak", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_veroorzakerzaak_incident_id"))

    op.drop_table("veroorzakerzaak")
    with op.batch_alter_table("dossierzaak", schema=None) as batch_op:
        batch_op.drop_index("ix_dossierzaak_incident")

    op.drop_table("dossierzaak")
    op.drop_table("bewijsstuk")
    op.drop_table("zaakanalyse")
    with op.batch_alter_table("veroorzaker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_veroorzaker_naam_index"))
        batch_op.drop_index("ix_veroorzaker_herbeoordeling")

    op.drop_table("veroorzaker")
    op.drop_table("registerbesluit")
    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.drop_index("ix_dossier_gemaakt")

    op.drop_table("dossier")
    with op.batch_alter_table("bespreking", schema=None) as batch_op:
        batch_op.drop_index("ix_bespreking_datum")

    op.drop_table("bespreking")
    op.drop_table("strafbaarfeit")
    op.drop_table("incidentcijfer")


_DIMENSIES = ("hoofdvorm", "monitorcategorie", "kanaal", "getroffene_functie", "ernst")


def _count_incidenten() -> None:
    """The figures of the cases that are there already."""
    moment = sa.column("gemeld_op", sa.DateTime(timezone=True))
    telt = sa.column("is_proef", sa.Boolean), sa.column("is_vertrouwelijk", sa.Boolean)
    incident = sa.table("incident", moment, *telt, *(sa.column(naam) for naam in _DIMENSIES))
    stmt = sa.select(moment, *(incident.c[naam] for naam in _DIMENSIES))
    aantallen: Counter[tuple[int, str, str]] = Counter()
    for gemeld_op, *waarden in op.get_bind().execute(stmt.where(*(~kolom for kolom in telt))):
        wandklok = (gemeld_op if gemeld_op.tzinfo else gemeld_op.replace(tzinfo=UTC)).astimezone(
            ZoneInfo("Europe/Amsterdam")
        )
        maand = wandklok.year * 100 + wandklok.month
        aantallen.update((maand, *cel) for cel in zip(_DIMENSIES, waarden, strict=True))
    kolommen = ("maand", "dimensie", "waarde", "aantal")
    cijfer = sa.table("incidentcijfer", *(sa.column(naam) for naam in kolommen))
    rijen = [dict(zip(kolommen, (*cel, aantal), strict=True)) for cel, aantal in aantallen.items()]
    if rijen:
        op.bulk_insert(cijfer, rijen)
