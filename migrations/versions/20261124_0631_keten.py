"""The chain: partners, contacts, rounds of checking, agreements and the escalation ladder.

A mail may go to someone without an account, whom a room knows.

A migration never breaks the version that is still running: nullable, fill, require.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003_keten"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "afspraak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("vorige_id", sa.Integer(), nullable=True),
        sa.Column(
            "soort",
            sa.Enum(
                "convenant",
                "werkafspraak",
                "protocol",
                "mondeling",
                name="afspraaksoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "onderwerp",
            sa.Enum(
                "beveiliging",
                "aangifte",
                "informatie",
                "nazorg",
                "media",
                "crisis",
                name="onderwerp",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("eigenaar_id", sa.Integer(), nullable=False),
        sa.Column("ingangsdatum", sa.Date(), nullable=False),
        sa.Column("einddatum", sa.Date(), nullable=True),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("vindplaats", sa.String(), nullable=False),
        sa.Column("grondslag", sa.Text(), nullable=False),
        sa.Column("delen_wel", sa.Text(), nullable=False),
        sa.Column("delen_niet", sa.Text(), nullable=False),
        sa.Column("evaluatie_op", sa.Date(), nullable=True),
        sa.Column("geevalueerd_op", sa.Date(), nullable=True),
        sa.Column("evaluatie_uitkomst", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "ondertekend",
                "opgezegd",
                name="afspraakstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden_opzegging", sa.Text(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["gebruiker.id"], name=op.f("fk_afspraak_eigenaar_id_gebruiker")
        ),
        sa.ForeignKeyConstraint(
            ["vorige_id"], ["afspraak.id"], name=op.f("fk_afspraak_vorige_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afspraak")),
        sa.UniqueConstraint("vorige_id", name=op.f("uq_afspraak_vorige_id")),
    )
    with op.batch_alter_table("afspraak", schema=None) as batch_op:
        batch_op.create_index("ix_afspraak_einde", ["status", "einddatum"], unique=False)
        batch_op.create_index("ix_afspraak_titel", ["titel", "id"], unique=False)

    op.create_table(
        "controleronde",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("begonnen_op", sa.Date(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("begonnen_door_id", sa.Integer(), nullable=False),
        sa.Column("afgesloten_op", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["begonnen_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_controleronde_begonnen_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controleronde")),
    )
    with op.batch_alter_table("controleronde", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_controleronde_afgesloten_op"), ["afgesloten_op"], unique=False
        )

    op.create_table(
        "ladder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("concept", "vastgesteld", name="ladderstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("bron_gecontroleerd_op", sa.Date(), nullable=True),
        sa.Column("vervangend_gezag", sa.Text(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("vastgesteld_op", sa.Date(), nullable=True),
        sa.Column("vastgesteld_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vastgesteld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_ladder_vastgesteld_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ladder")),
        sa.UniqueConstraint("nummer", name=op.f("uq_ladder_nummer")),
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "politie",
                "om",
                "gemeente",
                "provincie",
                "waterschap",
                "veiligheidsregio",
                "nctv",
                "slachtofferhulp",
                "ondersteuning",
                "ccv",
                "zorg",
                "riec",
                "anders",
                name="partnersoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_verplicht", sa.Boolean(), nullable=False),
        sa.Column("alleen_informatie", sa.Boolean(), nullable=False),
        sa.Column("is_actief", sa.Boolean(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("eigenaar_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["gebruiker.id"], name=op.f("fk_partner_eigenaar_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("naam", name=op.f("uq_partner_naam")),
    )
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.create_index("ix_partner_soort", ["soort", "naam", "id"], unique=False)

    op.create_table(
        "afspraakpartij",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("afspraak_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_afspraakpartij_afspraak_id_afspraak")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_afspraakpartij_partner_id_partner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afspraakpartij")),
        sa.UniqueConstraint(
            "afspraak_id", "partner_id", name=op.f("uq_afspraakpartij_afspraak_id_partner_id")
        ),
    )
    with op.batch_alter_table("afspraakpartij", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_afspraakpartij_partner_id"), ["partner_id"], unique=False
        )

    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "algemeen",
                "burgemeester",
                "politie",
                "parket",
                name="contactrol",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("piketnummer", sa.String(), nullable=False),
        sa.Column("buiten_kantoortijd", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("privenummer", sa.LargeBinary(), nullable=True),
        sa.Column("situaties", sa.JSON(), nullable=False),
        sa.Column(
            "bereikbaar",
            sa.Enum(
                "altijd",
                "kantoor",
                "buiten",
                "anders",
                name="bereikbaar",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("bereikbaar_uitleg", sa.String(), nullable=False),
        sa.Column(
            "toestemming",
            sa.Enum(
                "geen",
                "gevraagd",
                "gegeven",
                "functie",
                name="toestemming",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("toestemming_op", sa.Date(), nullable=True),
        sa.Column("is_openbaar", sa.Boolean(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("gecontroleerd_op", sa.Date(), nullable=True),
        sa.Column("gecontroleerd_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gecontroleerd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_contact_gecontroleerd_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_contact_partner_id_partner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_gecontroleerd_op"), ["gecontroleerd_op"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_contact_partner_id"), ["partner_id"], unique=False)

    op.create_table(
        "ondertekenaar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("afspraak_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("namens", sa.String(), nullable=False),
        sa.Column("ondertekend_op", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afspraak_id"], ["afspraak.id"], name=op.f("fk_ondertekenaar_afspraak_id_afspraak")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ondertekenaar")),
    )
    with op.batch_alter_table("ondertekenaar", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ondertekenaar_afspraak_id"), ["afspraak_id"], unique=False
        )

    op.create_table(
        "trede",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("ladder_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("wanneer", sa.Text(), nullable=False),
        sa.Column(
            "vanaf",
            sa.Enum("1", "2", "3", "4", name="zwaarte", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("wie_beslist", sa.String(), nullable=False),
        sa.Column("vervangend_gezag", sa.String(), nullable=False),
        sa.Column("wie_belt", sa.Text(), nullable=False),
        sa.Column("bel", sa.JSON(), nullable=False),
        sa.Column("binnen_minuten", sa.Integer(), nullable=False),
        sa.Column("afschalen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ladder_id"], ["ladder.id"], name=op.f("fk_trede_ladder_id_ladder")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trede")),
    )
    with op.batch_alter_table("trede", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trede_ladder_id"), ["ladder_id"], unique=False)

    op.create_table(
        "controlepunt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("ronde_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("steunpunt_id", sa.Integer(), nullable=True),
        sa.Column("voor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_controlepunt_contact_id_contact"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["ronde_id"], ["controleronde.id"], name=op.f("fk_controlepunt_ronde_id_controleronde")
        ),
        sa.ForeignKeyConstraint(
            ["steunpunt_id"],
            ["steunpunt.id"],
            name=op.f("fk_controlepunt_steunpunt_id_steunpunt"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["voor_id"], ["gebruiker.id"], name=op.f("fk_controlepunt_voor_id_gebruiker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controlepunt")),
        sa.UniqueConstraint(
            "ronde_id", "contact_id", name=op.f("uq_controlepunt_ronde_id_contact_id")
        ),
        sa.UniqueConstraint(
            "ronde_id", "steunpunt_id", name=op.f("uq_controlepunt_ronde_id_steunpunt_id")
        ),
    )
    with op.batch_alter_table("controlepunt", schema=None) as batch_op:
        batch_op.create_index("ix_controlepunt_contact", ["contact_id"], unique=False)
        batch_op.create_index("ix_controlepunt_steunpunt", ["steunpunt_id"], unique=False)
        batch_op.create_index("ix_controlepunt_voor", ["voor_id", "ronde_id"], unique=False)

    op.create_table(
        "controlevraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("sleutel_hash", sa.String(), nullable=False),
        sa.Column("gevraagd_door_id", sa.Integer(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "wacht",
                "aangenomen",
                "afgewezen",
                "ingetrokken",
                name="vraagstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("beantwoord_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klopt", sa.Boolean(), nullable=True),
        sa.Column("antwoord", sa.LargeBinary(), nullable=True),
        sa.Column("behandeld_door_id", sa.Integer(), nullable=True),
        sa.Column("behandeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["behandeld_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_controlevraag_behandeld_door_id_gebruiker"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_controlevraag_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["gevraagd_door_id"],
            ["gebruiker.id"],
            name=op.f("fk_controlevraag_gevraagd_door_id_gebruiker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controlevraag")),
        sa.UniqueConstraint("sleutel_hash", name=op.f("uq_controlevraag_sleutel_hash")),
    )
    with op.batch_alter_table("controlevraag", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_controlevraag_contact_id"), ["contact_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_controlevraag_status"), ["status"], unique=False)

    with op.batch_alter_table("bericht", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("ontvanger_soort", sa.String(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("ontvanger_id", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.alter_column("gebruiker_id", existing_type=sa.INTEGER(), nullable=True)


def downgrade() -> None:
    # Mail to someone without an account means nothing to the version before this one.
    op.execute("DELETE FROM bericht WHERE gebruiker_id IS NULL")
    with op.batch_alter_table("bericht", schema=None) as batch_op:
        batch_op.alter_column("gebruiker_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("ontvanger_id")
        batch_op.drop_column("ontvanger_soort")

    with op.batch_alter_table("controlevraag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_controlevraag_status"))
        batch_op.drop_index(batch_op.f("ix_controlevraag_contact_id"))

    op.drop_table("controlevraag")
    with op.batch_alter_table("controlepunt", schema=None) as batch_op:
        batch_op.drop_index("ix_controlepunt_voor")
        batch_op.drop_index("ix_controlepunt_steunpunt")
        batch_op.drop_index("ix_controlepunt_contact")

    op.drop_table("controlepunt")
    with op.batch_alter_table("trede", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trede_ladder_id"))

    op.drop_table("trede")
    with op.batch_alter_table("ondertekenaar", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ondertekenaar_afspraak_id"))

    op.drop_table("ondertekenaar")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_partner_id"))
        batch_op.drop_index(batch_op.f("ix_contact_gecontroleerd_op"))

    op.drop_table("contact")
    with op.batch_alter_table("afspraakpartij", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_afspraakpartij_partner_id"))

    op.drop_table("afspraakpartij")
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.drop_index("ix_partner_soort")

    op.drop_table("partner")
    op.drop_table("ladder")
    with op.batch_alter_table("controleronde", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_controleronde_afgesloten_op"))

    op.drop_table("controleronde")
    with op.batch_alter_table("afspraak", schema=None) as batch_op:
        batch_op.drop_index("ix_afspraak_titel")
        batch_op.drop_index("ix_afspraak_einde")

    op.drop_table("afspraak")
