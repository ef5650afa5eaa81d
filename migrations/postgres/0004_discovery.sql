-- What is learnt at a site before anything is moved: one row of discovery_sections says how far each part is.

CREATE TYPE discovery_section AS ENUM (
    'site_facts', 'contacts', 'emergency', 'legacy_system', 'circuits', 'special_lines', 'devices', 'needs', 'licenses', 'network', 'notes'
);
CREATE TYPE discovery_state AS ENUM ('open', 'answered', 'unknown', 'not_applicable');
CREATE TYPE network_kind AS ENUM ('subnet', 'switch', 'switch_port', 'access_point');
CREATE TYPE circuit_kind AS ENUM ('pri', 'sip', 'analog');
CREATE TYPE special_line_kind AS ENUM (
    'fax', 'alarm', 'elevator', 'door', 'gate', 'paging', 'modem', 'payment_terminal', 'other'
);
CREATE TYPE special_line_decision AS ENUM ('unknown', 'teams', 'analog_adapter', 'keep', 'e_fax', 'retire');
CREATE TYPE device_kind AS ENUM (
    'desk_phone', 'conference_phone', 'analog_adapter', 'gateway', 'paging', 'recorder', 'music_source', 'headset', 'other'
);

CREATE TABLE discovery_sections (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    section discovery_section NOT NULL,
    state discovery_state NOT NULL DEFAULT 'open',
    said_by TEXT COLLATE "C",
    said_on DATE,
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE emergency_locations (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    company_name TEXT COLLATE "C",
    building TEXT COLLATE "C",
    floor TEXT COLLATE "C",
    room TEXT COLLATE "C",
    house_number TEXT COLLATE "C",
    house_number_suffix TEXT COLLATE "C",
    street_name TEXT COLLATE "C",
    street_suffix TEXT COLLATE "C",
    city TEXT COLLATE "C",
    state TEXT COLLATE "C",
    postal_code TEXT COLLATE "C",
    country TEXT COLLATE "C" NOT NULL,
    elin TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE network_segments (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    emergency_location_id UUID,
    kind network_kind NOT NULL,
    identifier TEXT COLLATE "C" NOT NULL,
    port TEXT COLLATE "C" NOT NULL DEFAULT '',
    description TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, emergency_location_id) REFERENCES emergency_locations (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE legacy_systems (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    vendor TEXT COLLATE "C" NOT NULL,
    model TEXT COLLATE "C",
    version TEXT COLLATE "C",
    outside_line_digit TEXT COLLATE "C",
    extension_length BIGINT CHECK (extension_length BETWEEN 2 AND 7),
    internal_ranges JSONB NOT NULL DEFAULT '[]',
    maintained_by TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE circuits (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    losing_account_id UUID,
    carrier_name TEXT COLLATE "C" NOT NULL,
    kind circuit_kind NOT NULL,
    circuit_id TEXT COLLATE "C",
    channels BIGINT CHECK (channels > 0),
    btn TEXT COLLATE "C",
    contract_end DATE,
    monthly_cost_cents BIGINT CHECK (monthly_cost_cents >= 0),
    disconnect_on DATE,
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id) REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE special_lines (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    losing_account_id UUID,
    kind special_line_kind NOT NULL,
    number TEXT COLLATE "C",
    location TEXT COLLATE "C",
    owner TEXT COLLATE "C",
    decision special_line_decision NOT NULL DEFAULT 'unknown',
    decided_by TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id) REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE devices (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    kind device_kind NOT NULL,
    vendor TEXT COLLATE "C",
    model TEXT COLLATE "C",
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    is_kept BOOLEAN NOT NULL DEFAULT FALSE,
    location TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE licenses (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    sku_key TEXT COLLATE "C" NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    assigned BIGINT NOT NULL CHECK (assigned >= 0),
    monthly_cost_cents BIGINT CHECK (monthly_cost_cents >= 0),
    is_new BOOLEAN NOT NULL DEFAULT FALSE,
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

-- Shapes of questions, not data: shared by all customers of the workspace. A version that was answered is never changed.
CREATE TABLE questionnaires (
    id UUID PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    document JSONB NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE questionnaire_answers (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    questionnaire_id UUID NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    state discovery_state NOT NULL DEFAULT 'open',
    answer TEXT COLLATE "C",
    said_by TEXT COLLATE "C",
    said_on DATE,
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (questionnaire_id) REFERENCES questionnaires (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

-- Small pictures of photos, made once for each content.
CREATE TABLE attachment_thumbnails (
    sha256 TEXT COLLATE "C" PRIMARY KEY,
    media_type TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL,
    FOREIGN KEY (sha256) REFERENCES attachment_contents (sha256) ON DELETE CASCADE
);

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
CREATE TRIGGER discovery_sections_touch BEFORE UPDATE ON discovery_sections
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER emergency_locations_touch BEFORE UPDATE ON emergency_locations
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER network_segments_touch BEFORE UPDATE ON network_segments
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER legacy_systems_touch BEFORE UPDATE ON legacy_systems
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER circuits_touch BEFORE UPDATE ON circuits
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER special_lines_touch BEFORE UPDATE ON special_lines
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER devices_touch BEFORE UPDATE ON devices
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER licenses_touch BEFORE UPDATE ON licenses
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER questionnaire_answers_touch BEFORE UPDATE ON questionnaire_answers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
