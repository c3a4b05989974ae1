"""The ledger's tables, for SQLite and PostgreSQL alike.

Times are whole microseconds since 1970 in UTC (`*_at`, `*_for`, `*_until`), durations whole seconds. The
migrations make these tables and also what this description cannot say: the triggers by which the database
itself refuses to change or delete an event.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself in a column of exactly this type, which saves an index.
_ROW_NUMBER = BigInteger().with_variant(Integer, "sqlite")

# What happened, for good: `seq` is 1, 2, 3 without gaps, `body` the whole event as canonical JSON and `hash`
# the SHA-256 of the hash before it and the body. The columns between repeat the body for questions.
event = Table(
    "event",
    metadata,
    Column("seq", _ROW_NUMBER, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("at", BigInteger, nullable=False),
    Column("door", String),
    Column("kind", String, nullable=False),
    Column("appointment", String),
    Column("visit", String),
    Column("area", String),
    Column("party", Integer),
    Column("number", Integer),
    Column("reason", String),
    Column("body", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
Index(None, event.c.appointment, event.c.kind)

# The events about house rules are a handful among millions. A question uses their index only where it asks in
# these very words, without values that are given later.
OF_RULES = text(
    "kind IN ('rules_entered', 'rules_confirmed', 'rules_withdrawal_asked', 'rules_withdrawn', 'rules_kept')"
)
Index("ix_event_of_rules", event.c.seq, sqlite_where=OF_RULES, postgresql_where=OF_RULES)

# Where the events of each hour are: one row for each event that is of another hour (since 1970, in UTC) than
# the event before it, written by a trigger. An index by time would cost a page at every commit; this costs
# one an hour, and leads to every event of a time, also where a clock was set back.
event_hour = Table(
    "event_hour",
    metadata,
    Column("seq", _ROW_NUMBER, primary_key=True, autoincrement=False),
    Column("hour", BigInteger, nullable=False, index=True),
)

# The fold of all events up to `seq`, in a single row: what starting up and deciding read.
occupancy = Table(
    "occupancy",
    metadata,
    Column(
        "id", SmallInteger, CheckConstraint("id = 1", name="single"), primary_key=True, autoincrement=False
    ),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("house", Text, nullable=False),
)

appointment = Table(
    "appointment",
    metadata,
    Column("id", String, primary_key=True),
    Column("external_id", String, nullable=False, unique=True),
    Column("area", String, nullable=False),
    Column("room", String),
    Column("starts_at", BigInteger, nullable=False, index=True),
    Column("duration", Integer, nullable=False),
    Column("party", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("language", String, nullable=False),
)

# The newest state that a calendar gave of an entry: an older one that comes late changes nothing.
revision = Table(
    "revision",
    metadata,
    Column("key", String, primary_key=True),
    Column("number", BigInteger, nullable=False),
)

# Keyed hashes stand in place of the codes: who reads this table cannot come in with it.
letter = Table(
    "letter",
    metadata,
    Column("id", _ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("appointment", ForeignKey("appointment.id"), nullable=False, index=True),
    Column("code_hash", LargeBinary, nullable=False, unique=True),
    Column("short_hash", LargeBinary, nullable=False, unique=True),
    Column("printed_for", BigInteger, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
)

# By its mark the ledger knows the key file with which its letters' hashes were made.
letter_key = Table(
    "letter_key",
    metadata,
    Column(
        "id", SmallInteger, CheckConstraint("id = 1", name="single"), primary_key=True, autoincrement=False
    ),
    Column("mark", LargeBinary, nullable=False),
)

# Personal data, apart from all else: it goes when its purpose ends, and the ledger still adds up. `needs` and
# `company` are lists with commas between.
person = Table(
    "person",
    metadata,
    Column("appointment", ForeignKey("appointment.id"), primary_key=True),
    Column("name", String),
    Column("contact", String),
    Column("address", String),
    Column("needs", String, nullable=False),
    Column("company", String, nullable=False),
    Column("by_mail", Boolean, nullable=False),
)

# Who may act at the doors. A name is for the staff's own lists; events hold the id alone. `pin_hash` is made
# by Argon2id and holds its salt and cost, `badge_hash` is the keyed hash of the code on the badge.
staff = Table(
    "staff",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("pin_hash", String, nullable=False),
    Column("badge_hash", LargeBinary, unique=True),
    Column("disabled", Boolean, nullable=False),
    Column("wrong_tries", Integer, nullable=False),
    Column("paused_until", BigInteger),
    Column("created_at", BigInteger, nullable=False),
)

# By its mark the ledger knows the key file with which its PINs were made.
pin_key = Table(
    "pin_key",
    metadata,
    Column(
        "id", SmallInteger, CheckConstraint("id = 1", name="single"), primary_key=True, autoincrement=False
    ),
    Column("mark", LargeBinary, nullable=False),
)

# What each door last said of its devices, for other machines: replaced every few seconds, and no event.
door_report = Table(
    "door_report",
    metadata,
    Column("door", String, primary_key=True),
    Column("reported_at", BigInteger, nullable=False),
    Column("camera", String, nullable=False),
    Column("scanner", String, nullable=False),
    Column("last_good_scan_at", BigInteger),
)

# Letters that go by mail, each for one time of its appointment. Who gets them stands in `person` alone.
mail = Table(
    "mail",
    metadata,
    Column("id", _ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("mail_id", String, nullable=False, unique=True),
    Column("appointment", ForeignKey("appointment.id"), nullable=False),
    Column("for_time", BigInteger, nullable=False),
    Column("state", String, nullable=False),
    Column("said", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", BigInteger, nullable=False, index=True),
    UniqueConstraint("appointment", "for_time"),
)

# What the days that are over add up to: a question about a year need not read its events. As long as a row
# is there it holds: triggers delete it in the transaction in which an event or an appointment of its day
# comes or changes. `zone` is by whose clock the day was cut out; both texts are missing where nothing
# happened.
day_sum = Table(
    "day_sum",
    metadata,
    Column("day", String, primary_key=True),
    Column("zone", String, nullable=False),
    Column("starts_at", BigInteger, nullable=False, index=True),
    Column("ends_at", BigInteger, nullable=False),
    Column("shown", Text),
    Column("taught", Text),
)
