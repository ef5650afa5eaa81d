-- What is learnt at a site before anything is moved: one row of discovery_sections says how far each part is.

CREATE TABLE discovery_sections (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    section TEXT NOT NULL CHECK (section IN (
        'site_facts', 'contacts', 'emergency', 'legacy_system', 'circuits', 'special_lines', 'devices', 'needs',
        'licenses', 'network', 'notes'
    )),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'unknown', 'not_applicable')),
    said_by TEXT,
    said_on TEXT CHECK (said_on GLOB '????-??-??'),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE emergency_locations (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    company_name TEXT,
    building TEXT,
    floor TEXT,
    room TEXT,
    house_number TEXT,
    house_number_suffix TEXT,
    street_name TEXT,
    street_suffix TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    country TEXT NOT NULL,
    elin TEXT,
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE network_segments (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    emergency_location_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('subnet', 'switch', 'switch_port', 'access_point')),
    identifier TEXT NOT NULL,
    port TEXT NOT NULL DEFAULT '',
    description TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, emergency_location_id) REFERENCES emergency_locations (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE legacy_systems (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    vendor TEXT NOT NULL,
    model TEXT,
    version TEXT,
    outside_line_digit TEXT,
    extension_length INTEGER CHECK (extension_length BETWEEN 2 AND 7),
    internal_ranges TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(internal_ranges)),
    maintained_by TEXT,
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE circuits (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    losing_account_id TEXT,
    carrier_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pri', 'sip', 'analog')),
    circuit_id TEXT,
    channels INTEGER CHECK (channels > 0),
    btn TEXT,
    contract_end TEXT CHECK (contract_end GLOB '????-??-??'),
    monthly_cost_cents INTEGER CHECK (monthly_cost_cents >= 0),
    disconnect_on TEXT CHECK (disconnect_on GLOB '????-??-??'),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id) REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE special_lines (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    losing_account_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN (
        'fax', 'alarm', 'elevator', 'door', 'gate', 'paging', 'modem', 'payment_terminal', 'other'
    )),
    number TEXT,
    location TEXT,
    owner TEXT,
    decision TEXT NOT NULL DEFAULT 'unknown' CHECK (decision IN (
        'unknown', 'teams', 'analog_adapter', 'keep', 'e_fax', 'retire'
    )),
    decided_by TEXT,
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id) REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE devices (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'desk_phone', 'conference_phone', 'analog_adapter', 'gateway', 'paging', 'recorder', 'music_source',
        'headset', 'other'
    )),
    vendor TEXT,
    model TEXT,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    is_kept INTEGER NOT NULL DEFAULT FALSE CHECK (is_kept IN (0, 1)),
    location TEXT,
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE licenses (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    sku TEXT NOT NULL,
    sku_key TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    assigned INTEGER NOT NULL CHECK (assigned >= 0),
    monthly_cost_cents INTEGER CHECK (monthly_cost_cents >= 0),
    is_new INTEGER NOT NULL DEFAULT FALSE CHECK (is_new IN (0, 1)),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

-- Shapes of questions, not data: shared by all customers of the workspace. A version that was answered is never changed.
CREATE TABLE questionnaires (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    document TEXT NOT NULL CHECK (json_valid(document)),
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE TABLE questionnaire_answers (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    question TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'unknown', 'not_applicable')),
    answer TEXT,
    said_by TEXT,
    said_on TEXT CHECK (said_on GLOB '????-??-??'),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (questionnaire_id) REFERENCES questionnaires (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

-- Small pictures of photos, made once for each content.
CREATE TABLE attachment_thumbnails (
    sha256 TEXT NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    content BLOB NOT NULL,
    FOREIGN KEY (sha256) REFERENCES attachment_contents (sha256) ON DELETE CASCADE
) STRICT;

-- Uniqueness and look-ups -----------------------------------------------------------------------------------
CREATE UNIQUE INDEX questionnaires_version ON questionnaires (name_key, version);
CREATE UNIQUE INDEX discovery_sections_section ON discovery_sections (site_id, section);
CREATE UNIQUE INDEX emergency_locations_name ON emergency_locations (site_id, name_key);
CREATE UNIQUE INDEX network_segments_identifier ON network_segments (site_id, kind, identifier, port);
CREATE INDEX network_segments_location ON network_segments (emergency_location_id)
    WHERE emergency_location_id IS NOT NULL;
CREATE INDEX legacy_systems_site ON legacy_systems (site_id);
CREATE INDEX circuits_site ON circuits (site_id);
CREATE INDEX circuits_losing_account ON circuits (losing_account_id)
    WHERE losing_account_id IS NOT NULL;
CREATE INDEX special_lines_site ON special_lines (site_id);
CREATE INDEX special_lines_number ON special_lines (number)
    WHERE number IS NOT NULL;
CREATE INDEX special_lines_losing_account ON special_lines (losing_account_id)
    WHERE losing_account_id IS NOT NULL;
CREATE INDEX devices_site ON devices (site_id);
CREATE UNIQUE INDEX licenses_sku ON licenses (site_id, sku_key, is_new);
CREATE UNIQUE INDEX questionnaire_answers_question ON questionnaire_answers (site_id, questionnaire_id, question);
CREATE INDEX attachments_site ON attachments (site_id) WHERE site_id IS NOT NULL;

-- updated_at -----------------------------------------------------------------------------------------------
CREATE TRIGGER discovery_sections_touch AFTER UPDATE ON discovery_sections
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE discovery_sections SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER emergency_locations_touch AFTER UPDATE ON emergency_locations
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE emergency_locations SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER network_segments_touch AFTER UPDATE ON network_segments
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE network_segments SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER legacy_systems_touch AFTER UPDATE ON legacy_systems
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE legacy_systems SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER circuits_touch AFTER UPDATE ON circuits
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE circuits SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER special_lines_touch AFTER UPDATE ON special_lines
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE special_lines SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER devices_touch AFTER UPDATE ON devices
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE devices SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER licenses_touch AFTER UPDATE ON licenses
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE licenses SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER questionnaire_answers_touch AFTER UPDATE ON questionnaire_answers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE questionnaire_answers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
