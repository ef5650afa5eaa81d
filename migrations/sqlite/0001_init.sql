-- The whole data model, in SQLite. migrations/postgres/0001_init.sql says the same for PostgreSQL: tables,
-- columns, their order and nullability, the values of enumerations and the names of indexes agree, and a test
-- compares them.
--
-- Ids are UUIDs in hyphenated lower case. Instants are UTC text with milliseconds (2026-11-30T09:00:00.000Z),
-- so that text order is time order. Columns ending in _key hold the folded text (trimmed, single spaces, lower
-- case) by which rows are found and kept unique without regard to case. Foreign keys carry customer_id, so that
-- no row can point to another customer's data; they refuse deletion, because un-assigning is an act of its own
-- that is logged.

-- Workspace ------------------------------------------------------------------------------------------------

-- One row. Written when the workspace is made and at each upgrade.
CREATE TABLE workspace (
    singleton INTEGER NOT NULL PRIMARY KEY DEFAULT TRUE CHECK (singleton = 1),
    workspace_id TEXT NOT NULL,
    format_version INTEGER NOT NULL,
    application_version TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE TABLE team_members (
    id TEXT NOT NULL PRIMARY KEY,
    display_name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'member', 'viewer')),
    is_active INTEGER NOT NULL DEFAULT TRUE CHECK (is_active IN (0, 1)),
    database_role TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

-- Gaining carriers; a table, so that people add one without a new release.
CREATE TABLE carriers (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    ocn TEXT,
    contacts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contacts)),
    port_rules TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(port_rules)),
    sheet_template TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(sheet_template)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE TABLE customers (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    legal_name TEXT,
    tenant_domain TEXT,
    tenant_id TEXT,
    time_zone TEXT NOT NULL,
    is_demo INTEGER NOT NULL DEFAULT FALSE CHECK (is_demo IN (0, 1)),
    notes TEXT,
    archived_at TEXT CHECK (archived_at GLOB '????-??-??T??:??:??.???Z'),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE TABLE sites (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    code TEXT,
    street TEXT,
    city TEXT,
    state TEXT,
    postal_code TEXT,
    country TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    main_number TEXT,
    legacy_pbx TEXT,
    business_hours TEXT CHECK (business_hours IS NULL OR json_valid(business_hours)),
    holidays TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(holidays)),
    discovery_notes TEXT,
    archived_at TEXT CHECK (archived_at GLOB '????-??-??T??:??:??.???Z'),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE contacts (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('authorized_signer', 'technical', 'billing', 'site', 'escalation')),
    name TEXT NOT NULL,
    title TEXT,
    email TEXT,
    phone TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

-- The four counters are kept by triggers and raise neither revision nor updated_at.
CREATE TABLE migrations (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'planning'
        CHECK (status IN (
            'planning', 'discovery', 'data_collection', 'in_progress', 'porting', 'testing',
            'completed', 'on_hold', 'cancelled'
        )),
    status_before_hold TEXT
        CHECK (status_before_hold IN (
            'planning', 'discovery', 'data_collection', 'in_progress', 'porting', 'testing',
            'completed', 'on_hold', 'cancelled'
        )),
    routing_type TEXT NOT NULL CHECK (routing_type IN ('direct_routing', 'operator_connect', 'calling_plan')),
    carrier_id TEXT,
    target_date TEXT CHECK (target_date GLOB '????-??-??'),
    voice_routing_policy TEXT,
    dial_plan TEXT,
    notes TEXT,
    archived_at TEXT CHECK (archived_at GLOB '????-??-??T??:??:??.???Z'),
    total_numbers INTEGER NOT NULL DEFAULT 0,
    ported_numbers INTEGER NOT NULL DEFAULT 0,
    total_users INTEGER NOT NULL DEFAULT 0,
    configured_users INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK ((status = 'on_hold') = (status_before_hold IS NOT NULL))
) STRICT;

CREATE TABLE migration_assignments (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    team_member_id TEXT NOT NULL,
    responsibility TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (team_member_id) REFERENCES team_members (id) ON DELETE RESTRICT
) STRICT;

-- Losing carriers and port orders --------------------------------------------------------------------------

-- Account number and PIN are ciphertext; the key is named beside them and kept elsewhere.
CREATE TABLE losing_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    carrier_name TEXT NOT NULL,
    name_on_account TEXT NOT NULL,
    csr_address TEXT CHECK (csr_address IS NULL OR json_valid(csr_address)),
    account_number_sealed BLOB,
    account_number_key_id TEXT,
    pin_sealed BLOB,
    pin_key_id TEXT,
    btn TEXT,
    btn_dialable INTEGER NOT NULL DEFAULT TRUE CHECK (btn_dialable IN (0, 1)),
    csr_date TEXT CHECK (csr_date GLOB '????-??-??'),
    bill_date TEXT CHECK (bill_date GLOB '????-??-??'),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK ((account_number_sealed IS NULL) = (account_number_key_id IS NULL)),
    CHECK ((pin_sealed IS NULL) = (pin_key_id IS NULL))
) STRICT;

-- What the losing carrier lists on the account.
CREATE TABLE losing_account_numbers (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    losing_account_id TEXT NOT NULL,
    number TEXT NOT NULL CHECK (number GLOB '+[1-9]*' AND number NOT GLOB '+*[^0-9]*'),
    source TEXT NOT NULL CHECK (source IN ('csr', 'bill', 'portal')),
    seen_on TEXT NOT NULL CHECK (seen_on GLOB '????-??-??'),
    remaining_action TEXT CHECK (remaining_action IN ('keep', 'disconnect')),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, losing_account_id)
        REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE port_orders (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    carrier_id TEXT NOT NULL,
    losing_account_id TEXT,
    pon TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    sequence_in_account INTEGER NOT NULL DEFAULT 1,
    scope TEXT NOT NULL CHECK (scope IN ('full', 'partial')),
    number_class TEXT NOT NULL CHECK (number_class IN ('local', 'toll_free')),
    status TEXT NOT NULL DEFAULT 'draft'
        CHECK (status IN (
            'draft', 'ready', 'loa_requested', 'loa_signed', 'submitted', 'rejected', 'foc_received',
            'scheduled', 'jeopardy', 'cancel_requested', 'partially_ported', 'ported', 'verified',
            'closed', 'cancelled', 'failed', 'snapped_back'
        )),
    desired_date TEXT CHECK (desired_date GLOB '????-??-??'),
    foc_local_date TEXT CHECK (foc_local_date GLOB '????-??-??'),
    foc_local_time TEXT CHECK (foc_local_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    foc_zone TEXT,
    foc_at TEXT CHECK (foc_at GLOB '????-??-??T??:??:??.???Z'),
    new_btn TEXT,
    signer_contact_id TEXT,
    loa_content_hash TEXT,
    loa_signed_on TEXT CHECK (loa_signed_on GLOB '????-??-??'),
    submitted_at TEXT CHECK (submitted_at GLOB '????-??-??T??:??:??.???Z'),
    ported_at TEXT CHECK (ported_at GLOB '????-??-??T??:??:??.???Z'),
    snapback_until TEXT CHECK (snapback_until GLOB '????-??-??T??:??:??.???Z'),
    resporg_id TEXT,
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id)
        REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, signer_contact_id) REFERENCES contacts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (version >= 1 AND sequence_in_account >= 1)
) STRICT;

-- Each content once, whoever refers to it.
CREATE TABLE attachment_contents (
    sha256 TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL CHECK (length(content) <= 52428800)
) STRICT;

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    site_id TEXT,
    port_order_id TEXT,
    kind TEXT NOT NULL
        CHECK (kind IN ('loa', 'csr', 'bill', 'audio', 'photo', 'survey', 'snapshot', 'result', 'other')),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    dated_on TEXT CHECK (dated_on GLOB '????-??-??'),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (sha256) REFERENCES attachment_contents (sha256) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

-- Append-only: an order as it was sent.
CREATE TABLE port_order_versions (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    port_order_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT
) STRICT;

-- Append-only.
CREATE TABLE port_order_events (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    port_order_id TEXT NOT NULL,
    from_status TEXT
        CHECK (from_status IN (
            'draft', 'ready', 'loa_requested', 'loa_signed', 'submitted', 'rejected', 'foc_received',
            'scheduled', 'jeopardy', 'cancel_requested', 'partially_ported', 'ported', 'verified',
            'closed', 'cancelled', 'failed', 'snapped_back'
        )),
    to_status TEXT NOT NULL
        CHECK (to_status IN (
            'draft', 'ready', 'loa_requested', 'loa_signed', 'submitted', 'rejected', 'foc_received',
            'scheduled', 'jeopardy', 'cancel_requested', 'partially_ported', 'ported', 'verified',
            'closed', 'cancelled', 'failed', 'snapped_back'
        )),
    reason TEXT,
    reject_code TEXT,
    evidence_attachment_id TEXT,
    actor_id TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, evidence_attachment_id)
        REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (actor_id) REFERENCES team_members (id) ON DELETE RESTRICT
) STRICT;

-- Imports --------------------------------------------------------------------------------------------------

CREATE TABLE import_batches (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    records INTEGER NOT NULL,
    inserted INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'committed' CHECK (status IN ('committed', 'undone')),
    imported_by TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    undone_at TEXT CHECK (undone_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (imported_by) REFERENCES team_members (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (inserted + updated + unchanged + rejected = records),
    CHECK ((status = 'undone') = (undone_at IS NOT NULL))
) STRICT;

CREATE TABLE import_sheets (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    import_batch_id TEXT NOT NULL,
    sheet TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    target TEXT NOT NULL CHECK (target IN ('phone_numbers', 'end_users')),
    column_map TEXT NOT NULL CHECK (json_valid(column_map)),
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT
) STRICT;

-- One row per record. entity_id has no foreign key: undo deletes what an import brought and keeps its record.
CREATE TABLE import_rows (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    import_batch_id TEXT NOT NULL,
    sheet TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    ordinal INTEGER NOT NULL DEFAULT 0,
    entity_type TEXT NOT NULL,
    entity_id TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('inserted', 'updated', 'unchanged', 'rejected')),
    issues TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(issues)),
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    "values" TEXT NOT NULL CHECK (json_valid("values")),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    revision_after INTEGER,
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT
) STRICT;

-- Shapes of files, not data: shared by all customers of the workspace.
CREATE TABLE mapping_profiles (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    target TEXT NOT NULL CHECK (target IN ('phone_numbers', 'end_users')),
    header_fingerprint TEXT NOT NULL,
    column_map TEXT NOT NULL CHECK (json_valid(column_map)),
    value_map TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(value_map)),
    defaults TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(defaults)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

-- People and voice applications ----------------------------------------------------------------------------

CREATE TABLE end_users (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    site_id TEXT,
    upn TEXT,
    upn_key TEXT,
    user_key TEXT,
    display_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    first_name TEXT,
    last_name TEXT,
    department TEXT,
    job_title TEXT,
    legacy_extension TEXT,
    email TEXT,
    usage_location TEXT,
    license_sku TEXT,
    voice_routing_policy TEXT,
    dial_plan TEXT,
    calling_policy TEXT,
    voicemail_enabled INTEGER NOT NULL DEFAULT TRUE CHECK (voicemail_enabled IN (0, 1)),
    emergency_location TEXT,
    cutover_date TEXT CHECK (cutover_date GLOB '????-??-??'),
    is_configured INTEGER NOT NULL DEFAULT FALSE CHECK (is_configured IN (0, 1)),
    configured_at TEXT CHECK (configured_at GLOB '????-??-??T??:??:??.???Z'),
    notes TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    search_text TEXT GENERATED ALWAYS AS (
        display_name
        || char(10) || coalesce(upn, '')
        || char(10) || coalesce(email, '')
        || char(10) || coalesce(legacy_extension, '')
        || char(10) || coalesce(notes, '')
    ) VIRTUAL,
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (upn IS NOT NULL OR user_key IS NOT NULL),
    CHECK ((upn IS NULL) = (upn_key IS NULL))
) STRICT;

CREATE TABLE auto_attendants (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    voice TEXT,
    greeting TEXT CHECK (greeting IS NULL OR json_valid(greeting)),
    business_hours TEXT CHECK (business_hours IS NULL OR json_valid(business_hours)),
    holidays TEXT CHECK (holidays IS NULL OR json_valid(holidays)),
    business_hours_menu_options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(business_hours_menu_options)),
    after_hours_greeting TEXT CHECK (after_hours_greeting IS NULL OR json_valid(after_hours_greeting)),
    after_hours_menu_options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(after_hours_menu_options)),
    holiday_calls TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(holiday_calls)),
    operator TEXT,
    dial_by_name INTEGER NOT NULL DEFAULT FALSE CHECK (dial_by_name IN (0, 1)),
    is_configured INTEGER NOT NULL DEFAULT FALSE CHECK (is_configured IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE TABLE call_queues (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    language TEXT NOT NULL,
    routing_method TEXT NOT NULL DEFAULT 'attendant'
        CHECK (routing_method IN ('attendant', 'serial', 'round_robin', 'longest_idle')),
    presence_based_routing INTEGER NOT NULL DEFAULT TRUE CHECK (presence_based_routing IN (0, 1)),
    conference_mode INTEGER NOT NULL DEFAULT TRUE CHECK (conference_mode IN (0, 1)),
    agent_alert_seconds INTEGER NOT NULL DEFAULT 30,
    allow_opt_out INTEGER NOT NULL DEFAULT TRUE CHECK (allow_opt_out IN (0, 1)),
    greeting TEXT CHECK (greeting IS NULL OR json_valid(greeting)),
    music_on_hold TEXT,
    overflow_threshold INTEGER NOT NULL DEFAULT 50,
    overflow_action TEXT NOT NULL DEFAULT 'disconnect'
        CHECK (overflow_action IN (
            'disconnect', 'forward_external', 'forward_user', 'forward_voice_app', 'voicemail',
            'shared_voicemail', 'queue'
        )),
    overflow_target TEXT,
    overflow_voicemail_greeting TEXT
        CHECK (overflow_voicemail_greeting IS NULL OR json_valid(overflow_voicemail_greeting)),
    timeout_seconds INTEGER NOT NULL DEFAULT 1200,
    timeout_action TEXT NOT NULL DEFAULT 'disconnect'
        CHECK (timeout_action IN (
            'disconnect', 'forward_external', 'forward_user', 'forward_voice_app', 'voicemail',
            'shared_voicemail', 'queue'
        )),
    timeout_target TEXT,
    timeout_voicemail_greeting TEXT
        CHECK (timeout_voicemail_greeting IS NULL OR json_valid(timeout_voicemail_greeting)),
    no_agents_action TEXT
        CHECK (no_agents_action IN (
            'disconnect', 'forward_external', 'forward_user', 'forward_voice_app', 'voicemail',
            'shared_voicemail', 'queue'
        )),
    no_agents_target TEXT,
    no_agents_voicemail_greeting TEXT
        CHECK (no_agents_voicemail_greeting IS NULL OR json_valid(no_agents_voicemail_greeting)),
    is_configured INTEGER NOT NULL DEFAULT FALSE CHECK (is_configured IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, music_on_hold) REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (overflow_action <> 'queue' AND timeout_action <> 'queue')
) STRICT;

CREATE TABLE call_queue_agents (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    call_queue_id TEXT NOT NULL,
    end_user_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, call_queue_id) REFERENCES call_queues (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, end_user_id) REFERENCES end_users (customer_id, id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE resource_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    upn TEXT NOT NULL,
    upn_key TEXT NOT NULL,
    display_name TEXT NOT NULL,
    account_type TEXT NOT NULL CHECK (account_type IN ('auto_attendant', 'call_queue')),
    auto_attendant_id TEXT,
    call_queue_id TEXT,
    usage_location TEXT,
    license_sku TEXT,
    tenant_object_id TEXT,
    is_configured INTEGER NOT NULL DEFAULT FALSE CHECK (is_configured IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, auto_attendant_id)
        REFERENCES auto_attendants (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, call_queue_id) REFERENCES call_queues (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (auto_attendant_id IS NULL OR account_type = 'auto_attendant'),
    CHECK (call_queue_id IS NULL OR account_type = 'call_queue')
) STRICT;

-- Numbers --------------------------------------------------------------------------------------------------

CREATE TABLE phone_numbers (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    number TEXT NOT NULL CHECK (number GLOB '+[1-9]*' AND number NOT GLOB '+*[^0-9]*'),
    extension TEXT NOT NULL DEFAULT '' CHECK (extension NOT GLOB '*[^0-9]*'),
    number_type TEXT NOT NULL DEFAULT 'user'
        CHECK (number_type IN (
            'user', 'auto_attendant', 'call_queue', 'fax', 'conference_room', 'shared', 'other'
        )),
    usage TEXT NOT NULL DEFAULT 'user' CHECK (usage IN ('user', 'voice_app', 'conference')),
    porting_status TEXT NOT NULL DEFAULT 'not_started'
        CHECK (porting_status IN (
            'not_started', 'loa_submitted', 'loa_rejected', 'foc_received', 'port_scheduled', 'ported',
            'verified', 'failed'
        )),
    disposition TEXT NOT NULL DEFAULT 'port'
        CHECK (disposition IN ('port', 'new', 'retain', 'disconnect', 'forward', 'unknown')),
    description TEXT,
    losing_account_id TEXT,
    current_carrier TEXT,
    rate_center TEXT,
    assigned_end_user_id TEXT,
    assigned_resource_account_id TEXT,
    open_port_order_id TEXT,
    foc_date TEXT CHECK (foc_date GLOB '????-??-??'),
    ported_at TEXT CHECK (ported_at GLOB '????-??-??T??:??:??.???Z'),
    verified_at TEXT CHECK (verified_at GLOB '????-??-??T??:??:??.???Z'),
    rejection_reason TEXT,
    notes TEXT,
    import_batch_id TEXT,
    source_row INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    search_text TEXT GENERATED ALWAYS AS (
        number
        || char(10) || extension
        || char(10) || coalesce(description, '')
        || char(10) || coalesce(notes, '')
    ) VIRTUAL,
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id)
        REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, assigned_end_user_id) REFERENCES end_users (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, assigned_resource_account_id)
        REFERENCES resource_accounts (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, open_port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (assigned_end_user_id IS NULL OR assigned_resource_account_id IS NULL)
) STRICT;

CREATE TABLE port_order_numbers (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    port_order_id TEXT NOT NULL,
    phone_number_id TEXT NOT NULL,
    e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*'),
    added_in_version INTEGER NOT NULL DEFAULT 1,
    removed_in_version INTEGER,
    outcome TEXT CHECK (outcome IN ('ported', 'failed', 'released', 'kept', 'snapped_back')),
    outcome_at TEXT CHECK (outcome_at GLOB '????-??-??T??:??:??.???Z'),
    reject_code TEXT,
    is_open INTEGER NOT NULL DEFAULT TRUE CHECK (is_open IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, phone_number_id) REFERENCES phone_numbers (customer_id, id) ON DELETE RESTRICT,
    CHECK (removed_in_version IS NULL OR NOT is_open),
    CHECK ((outcome IS NULL) = (outcome_at IS NULL))
) STRICT;

-- Evidence -------------------------------------------------------------------------------------------------

CREATE TABLE generated_scripts (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    port_order_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('collect', 'prepare', 'apply', 'cutover', 'verify', 'rollback')),
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    inputs_fingerprint TEXT NOT NULL,
    generated_by TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    saved_path TEXT,
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (generated_by) REFERENCES team_members (id) ON DELETE RESTRICT
) STRICT;

-- Append-only and without foreign keys: the log outlives what it tells about.
CREATE TABLE activity_log (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    customer_id TEXT,
    migration_id TEXT,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    action TEXT NOT NULL,
    changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(changes)),
    change_set_id TEXT NOT NULL,
    revision_before INTEGER,
    revision_after INTEGER
) STRICT;

-- A problem accepted for as long as the value keeps its fingerprint.
CREATE TABLE problem_waivers (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    migration_id TEXT NOT NULL,
    code TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    reason TEXT NOT NULL,
    waived_by TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (waived_by) REFERENCES team_members (id) ON DELETE RESTRICT
) STRICT;

-- Uniqueness -----------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX team_members_email ON team_members (email_key);
CREATE UNIQUE INDEX carriers_code ON carriers (code);
CREATE UNIQUE INDEX customers_name ON customers (name_key);
CREATE UNIQUE INDEX sites_name ON sites (customer_id, name_key);
CREATE UNIQUE INDEX migrations_name ON migrations (site_id, name_key);
CREATE UNIQUE INDEX migration_assignments_pair ON migration_assignments (migration_id, team_member_id);
CREATE UNIQUE INDEX losing_account_numbers_number ON losing_account_numbers (losing_account_id, number, source);
CREATE UNIQUE INDEX port_order_versions_version ON port_order_versions (port_order_id, version);
CREATE UNIQUE INDEX import_sheets_sheet ON import_sheets (import_batch_id, sheet);
CREATE UNIQUE INDEX import_rows_record
    ON import_rows (import_batch_id, sheet, source_row, entity_type, ordinal);
CREATE UNIQUE INDEX mapping_profiles_name ON mapping_profiles (name_key);
CREATE UNIQUE INDEX end_users_upn ON end_users (upn_key, migration_id);
CREATE UNIQUE INDEX end_users_user_key ON end_users (user_key, migration_id);
CREATE UNIQUE INDEX auto_attendants_name ON auto_attendants (migration_id, name_key);
CREATE UNIQUE INDEX call_queues_name ON call_queues (migration_id, name_key);
CREATE UNIQUE INDEX call_queue_agents_pair ON call_queue_agents (call_queue_id, end_user_id);
CREATE UNIQUE INDEX resource_accounts_upn ON resource_accounts (upn_key, migration_id);
CREATE UNIQUE INDEX phone_numbers_number ON phone_numbers (migration_id, number, extension);
-- A resource account holds one number.
CREATE UNIQUE INDEX phone_numbers_resource_account ON phone_numbers (assigned_resource_account_id)
    WHERE assigned_resource_account_id IS NOT NULL;
-- A number is in one open order, in the whole workspace.
CREATE UNIQUE INDEX port_order_numbers_open ON port_order_numbers (e164) WHERE is_open;
CREATE UNIQUE INDEX problem_waivers_problem ON problem_waivers (entity_id, code, fingerprint);

-- Look-ups -------------------------------------------------------------------------------------------------
CREATE INDEX contacts_customer ON contacts (customer_id, site_id);
CREATE INDEX migrations_customer ON migrations (customer_id);
CREATE INDEX migrations_status ON migrations (status);
CREATE INDEX migrations_target_date ON migrations (target_date);
CREATE INDEX migration_assignments_member ON migration_assignments (team_member_id);
CREATE INDEX losing_accounts_customer ON losing_accounts (customer_id);
CREATE INDEX port_orders_migration ON port_orders (migration_id, status);
CREATE INDEX port_orders_losing_account ON port_orders (losing_account_id, sequence_in_account);
CREATE INDEX port_order_numbers_order ON port_order_numbers (port_order_id, e164);
CREATE INDEX port_order_numbers_number ON port_order_numbers (phone_number_id);
CREATE INDEX port_order_events_order ON port_order_events (port_order_id, at);
CREATE INDEX attachments_customer ON attachments (customer_id, kind);
CREATE INDEX attachments_order ON attachments (port_order_id) WHERE port_order_id IS NOT NULL;
CREATE INDEX attachments_content ON attachments (sha256);
CREATE INDEX import_batches_migration ON import_batches (migration_id, at);
CREATE INDEX import_rows_entity ON import_rows (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mapping_profiles_header ON mapping_profiles (header_fingerprint);
CREATE INDEX end_users_name ON end_users (migration_id, name_key);
CREATE INDEX end_users_configured ON end_users (migration_id, is_configured);
CREATE INDEX end_users_site ON end_users (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX call_queue_agents_user ON call_queue_agents (end_user_id);
CREATE INDEX resource_accounts_attendant ON resource_accounts (auto_attendant_id)
    WHERE auto_attendant_id IS NOT NULL;
CREATE INDEX resource_accounts_queue ON resource_accounts (call_queue_id) WHERE call_queue_id IS NOT NULL;
-- The same number in another migration.
CREATE INDEX phone_numbers_anywhere ON phone_numbers (number);
CREATE INDEX phone_numbers_status ON phone_numbers (migration_id, porting_status);
CREATE INDEX phone_numbers_type ON phone_numbers (migration_id, number_type);
CREATE INDEX phone_numbers_end_user ON phone_numbers (assigned_end_user_id)
    WHERE assigned_end_user_id IS NOT NULL;
CREATE INDEX phone_numbers_losing_account ON phone_numbers (losing_account_id)
    WHERE losing_account_id IS NOT NULL;
CREATE INDEX phone_numbers_open_order ON phone_numbers (open_port_order_id)
    WHERE open_port_order_id IS NOT NULL;
CREATE INDEX generated_scripts_migration ON generated_scripts (migration_id, at);
CREATE INDEX activity_log_at ON activity_log (at);
CREATE INDEX activity_log_entity ON activity_log (entity_type, entity_id, at);
CREATE INDEX activity_log_migration ON activity_log (migration_id, at);
CREATE INDEX activity_log_customer ON activity_log (customer_id, at);
CREATE INDEX activity_log_change_set ON activity_log (change_set_id);
CREATE INDEX problem_waivers_migration ON problem_waivers (migration_id);

-- Views ----------------------------------------------------------------------------------------------------
-- One line per migration. The porting progress counts only numbers that are to be ported.
CREATE VIEW migration_dashboard AS
SELECT m.id AS migration_id, m.name AS migration_name, m.customer_id, c.name AS customer_name,
    m.site_id, s.name AS site_name, m.status, m.routing_type, m.carrier_id, k.name AS carrier_name,
    m.target_date, m.archived_at, m.total_numbers, m.ported_numbers, m.total_users, m.configured_users,
    coalesce(p.numbers_to_port, 0) AS numbers_to_port,
    coalesce(p.numbers_done, 0) AS numbers_done,
    coalesce(100 * p.numbers_done / nullif(p.numbers_to_port, 0), 0) AS porting_percent,
    coalesce(100 * m.configured_users / nullif(m.total_users, 0), 0) AS configured_percent,
    p.next_foc_date
FROM migrations m
JOIN customers c ON c.id = m.customer_id
JOIN sites s ON s.id = m.site_id
LEFT JOIN carriers k ON k.id = m.carrier_id
LEFT JOIN (
    SELECT migration_id,
        count(CASE WHEN disposition = 'port' THEN 1 END) AS numbers_to_port,
        count(CASE WHEN disposition = 'port' AND porting_status IN ('ported', 'verified') THEN 1 END)
            AS numbers_done,
        min(CASE WHEN porting_status IN ('foc_received', 'port_scheduled') THEN foc_date END) AS next_foc_date
    FROM phone_numbers
    GROUP BY migration_id
) p ON p.migration_id = m.id;

CREATE VIEW porting_status_summary AS
SELECT customer_id, migration_id, porting_status, count(*) AS number_count
FROM phone_numbers
GROUP BY customer_id, migration_id, porting_status;

-- Numbers of the user type that nobody holds yet.
CREATE VIEW unassigned_numbers AS
SELECT n.id, n.customer_id, n.migration_id, m.name AS migration_name, n.number, n.extension, n.usage,
    n.porting_status, n.disposition, n.description, n.foc_date
FROM phone_numbers n
JOIN migrations m ON m.id = n.migration_id
WHERE n.number_type = 'user' AND n.assigned_end_user_id IS NULL AND n.assigned_resource_account_id IS NULL;

-- Status machines ------------------------------------------------------------------------------------------
-- The steps a status may take; an update to any other is refused. A row may be inserted in any status. The
-- messages are fixed texts because SQLite before 3.47 could not even open a file whose triggers compose them.
CREATE TABLE status_edges (
    machine TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    PRIMARY KEY (machine, from_status, to_status)
) STRICT, WITHOUT ROWID;

INSERT INTO status_edges (machine, from_status, to_status) VALUES
    ('porting_status', 'not_started', 'loa_submitted'),
    ('porting_status', 'loa_submitted', 'foc_received'), ('porting_status', 'loa_submitted', 'loa_rejected'),
    ('porting_status', 'loa_submitted', 'not_started'), ('porting_status', 'loa_submitted', 'failed'),
    ('porting_status', 'loa_rejected', 'loa_submitted'), ('porting_status', 'loa_rejected', 'not_started'),
    ('porting_status', 'loa_rejected', 'failed'),
    ('porting_status', 'foc_received', 'port_scheduled'), ('porting_status', 'foc_received', 'loa_submitted'),
    ('porting_status', 'foc_received', 'loa_rejected'), ('porting_status', 'foc_received', 'not_started'),
    ('porting_status', 'foc_received', 'failed'),
    ('porting_status', 'port_scheduled', 'ported'), ('porting_status', 'port_scheduled', 'foc_received'),
    ('porting_status', 'port_scheduled', 'loa_submitted'), ('porting_status', 'port_scheduled', 'loa_rejected'),
    ('porting_status', 'port_scheduled', 'not_started'), ('porting_status', 'port_scheduled', 'failed'),
    ('porting_status', 'ported', 'verified'), ('porting_status', 'ported', 'failed'),
    ('porting_status', 'verified', 'failed'),
    ('porting_status', 'failed', 'not_started');
INSERT INTO status_edges (machine, from_status, to_status) VALUES
    ('migration_status', 'planning', 'discovery'), ('migration_status', 'planning', 'on_hold'),
    ('migration_status', 'planning', 'cancelled'),
    ('migration_status', 'discovery', 'data_collection'), ('migration_status', 'discovery', 'planning'),
    ('migration_status', 'discovery', 'on_hold'), ('migration_status', 'discovery', 'cancelled'),
    ('migration_status', 'data_collection', 'in_progress'), ('migration_status', 'data_collection', 'discovery'),
    ('migration_status', 'data_collection', 'on_hold'), ('migration_status', 'data_collection', 'cancelled'),
    ('migration_status', 'in_progress', 'porting'), ('migration_status', 'in_progress', 'data_collection'),
    ('migration_status', 'in_progress', 'on_hold'), ('migration_status', 'in_progress', 'cancelled'),
    ('migration_status', 'porting', 'testing'), ('migration_status', 'porting', 'in_progress'),
    ('migration_status', 'porting', 'on_hold'), ('migration_status', 'porting', 'cancelled'),
    ('migration_status', 'testing', 'completed'), ('migration_status', 'testing', 'porting'),
    ('migration_status', 'testing', 'on_hold'), ('migration_status', 'testing', 'cancelled'),
    ('migration_status', 'completed', 'testing'),
    ('migration_status', 'on_hold', 'planning'), ('migration_status', 'on_hold', 'discovery'),
    ('migration_status', 'on_hold', 'data_collection'), ('migration_status', 'on_hold', 'in_progress'),
    ('migration_status', 'on_hold', 'porting'), ('migration_status', 'on_hold', 'testing');
INSERT INTO status_edges (machine, from_status, to_status) VALUES
    ('port_order_status', 'draft', 'ready'), ('port_order_status', 'draft', 'cancelled'),
    ('port_order_status', 'ready', 'draft'), ('port_order_status', 'ready', 'loa_requested'),
    ('port_order_status', 'ready', 'submitted'), ('port_order_status', 'ready', 'cancelled'),
    ('port_order_status', 'loa_requested', 'draft'), ('port_order_status', 'loa_requested', 'loa_signed'),
    ('port_order_status', 'loa_requested', 'cancelled'),
    ('port_order_status', 'loa_signed', 'draft'), ('port_order_status', 'loa_signed', 'submitted'),
    ('port_order_status', 'loa_signed', 'cancelled'),
    ('port_order_status', 'submitted', 'foc_received'), ('port_order_status', 'submitted', 'rejected'),
    ('port_order_status', 'submitted', 'cancelled'), ('port_order_status', 'submitted', 'failed'),
    ('port_order_status', 'rejected', 'draft'), ('port_order_status', 'rejected', 'cancelled'),
    ('port_order_status', 'rejected', 'failed'),
    ('port_order_status', 'foc_received', 'rejected'), ('port_order_status', 'foc_received', 'scheduled'),
    ('port_order_status', 'foc_received', 'submitted'), ('port_order_status', 'foc_received', 'jeopardy'),
    ('port_order_status', 'foc_received', 'cancel_requested'), ('port_order_status', 'foc_received', 'failed'),
    ('port_order_status', 'scheduled', 'rejected'), ('port_order_status', 'scheduled', 'foc_received'),
    ('port_order_status', 'scheduled', 'submitted'), ('port_order_status', 'scheduled', 'jeopardy'),
    ('port_order_status', 'scheduled', 'partially_ported'), ('port_order_status', 'scheduled', 'ported'),
    ('port_order_status', 'scheduled', 'cancel_requested'), ('port_order_status', 'scheduled', 'failed'),
    ('port_order_status', 'jeopardy', 'rejected'), ('port_order_status', 'jeopardy', 'submitted'),
    ('port_order_status', 'jeopardy', 'foc_received'), ('port_order_status', 'jeopardy', 'scheduled'),
    ('port_order_status', 'jeopardy', 'partially_ported'), ('port_order_status', 'jeopardy', 'ported'),
    ('port_order_status', 'jeopardy', 'cancel_requested'), ('port_order_status', 'jeopardy', 'failed'),
    ('port_order_status', 'cancel_requested', 'foc_received'),
    ('port_order_status', 'cancel_requested', 'scheduled'),
    ('port_order_status', 'cancel_requested', 'partially_ported'),
    ('port_order_status', 'cancel_requested', 'ported'), ('port_order_status', 'cancel_requested', 'cancelled'),
    ('port_order_status', 'partially_ported', 'ported'),
    ('port_order_status', 'partially_ported', 'snapped_back'),
    ('port_order_status', 'partially_ported', 'closed'),
    ('port_order_status', 'ported', 'snapped_back'), ('port_order_status', 'ported', 'verified'),
    ('port_order_status', 'verified', 'snapped_back'), ('port_order_status', 'verified', 'closed');

CREATE TRIGGER phone_numbers_status_step BEFORE UPDATE OF porting_status ON phone_numbers
WHEN OLD.porting_status <> NEW.porting_status AND NOT EXISTS (
    SELECT 1 FROM status_edges
    WHERE machine = 'porting_status' AND from_status = OLD.porting_status AND to_status = NEW.porting_status
)
BEGIN
    SELECT RAISE(ABORT, 'illegal_transition: porting_status');
END;

-- A migration returns from its hold to where it was.
CREATE TRIGGER migrations_status_step BEFORE UPDATE OF status ON migrations
WHEN OLD.status <> NEW.status AND (NOT EXISTS (
    SELECT 1 FROM status_edges
    WHERE machine = 'migration_status' AND from_status = OLD.status AND to_status = NEW.status
) OR (OLD.status = 'on_hold' AND NEW.status IS NOT OLD.status_before_hold))
BEGIN
    SELECT RAISE(ABORT, 'illegal_transition: migration_status');
END;

CREATE TRIGGER port_orders_status_step BEFORE UPDATE OF status ON port_orders
WHEN OLD.status <> NEW.status AND NOT EXISTS (
    SELECT 1 FROM status_edges
    WHERE machine = 'port_order_status' AND from_status = OLD.status AND to_status = NEW.status
)
BEGIN
    SELECT RAISE(ABORT, 'illegal_transition: port_order_status');
END;

-- Append-only tables ---------------------------------------------------------------------------------------
CREATE TRIGGER activity_log_no_update BEFORE UPDATE ON activity_log
BEGIN
    SELECT RAISE(ABORT, 'append_only: activity_log');
END;
CREATE TRIGGER activity_log_no_delete BEFORE DELETE ON activity_log
BEGIN
    SELECT RAISE(ABORT, 'append_only: activity_log');
END;
CREATE TRIGGER port_order_events_no_update BEFORE UPDATE ON port_order_events
BEGIN
    SELECT RAISE(ABORT, 'append_only: port_order_events');
END;
CREATE TRIGGER port_order_events_no_delete BEFORE DELETE ON port_order_events
BEGIN
    SELECT RAISE(ABORT, 'append_only: port_order_events');
END;
CREATE TRIGGER port_order_versions_no_update BEFORE UPDATE ON port_order_versions
BEGIN
    SELECT RAISE(ABORT, 'append_only: port_order_versions');
END;
CREATE TRIGGER port_order_versions_no_delete BEFORE DELETE ON port_order_versions
BEGIN
    SELECT RAISE(ABORT, 'append_only: port_order_versions');
END;

-- Bulk import ----------------------------------------------------------------------------------------------
-- Row triggers that count and index cost more than the rows themselves. While this table holds its one row,
-- they leave alone the rows that came after it; removing it counts and indexes those rows at once. Both
-- happen in the transaction of the import, so nobody else ever sees the row, and a rollback takes it away.
CREATE TABLE bulk_import (
    running INTEGER NOT NULL PRIMARY KEY CHECK (running = 1),
    phone_numbers_before INTEGER NOT NULL DEFAULT 0,
    end_users_before INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER bulk_import_begin AFTER INSERT ON bulk_import
BEGIN
    UPDATE bulk_import
    SET phone_numbers_before = coalesce((SELECT max(rowid) FROM phone_numbers), 0),
        end_users_before = coalesce((SELECT max(rowid) FROM end_users), 0);
END;

CREATE TRIGGER bulk_import_end AFTER DELETE ON bulk_import
BEGIN
    UPDATE migrations
    SET total_numbers = total_numbers + n.total, ported_numbers = ported_numbers + n.ported
    FROM (
        SELECT migration_id, count(*) AS total, sum(porting_status IN ('ported', 'verified')) AS ported
        FROM phone_numbers WHERE rowid > OLD.phone_numbers_before GROUP BY migration_id
    ) n
    WHERE id = n.migration_id;
    UPDATE migrations
    SET total_users = total_users + u.total, configured_users = configured_users + u.configured
    FROM (
        SELECT migration_id, count(*) AS total, sum(is_configured) AS configured
        FROM end_users WHERE rowid > OLD.end_users_before GROUP BY migration_id
    ) u
    WHERE id = u.migration_id;
    INSERT INTO phone_numbers_search (rowid, search_text)
    SELECT rowid, search_text FROM phone_numbers WHERE rowid > OLD.phone_numbers_before;
    INSERT INTO end_users_search (rowid, search_text)
    SELECT rowid, search_text FROM end_users WHERE rowid > OLD.end_users_before;
END;

-- Counters of a migration ----------------------------------------------------------------------------------
CREATE TRIGGER phone_numbers_count_insert AFTER INSERT ON phone_numbers
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE NEW.rowid > phone_numbers_before)
BEGIN
    UPDATE migrations
    SET total_numbers = total_numbers + 1,
        ported_numbers = ported_numbers + (NEW.porting_status IN ('ported', 'verified'))
    WHERE id = NEW.migration_id;
END;

CREATE TRIGGER phone_numbers_count_delete AFTER DELETE ON phone_numbers
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > phone_numbers_before)
BEGIN
    UPDATE migrations
    SET total_numbers = total_numbers - 1,
        ported_numbers = ported_numbers - (OLD.porting_status IN ('ported', 'verified'))
    WHERE id = OLD.migration_id;
END;

CREATE TRIGGER phone_numbers_count_update AFTER UPDATE OF migration_id, porting_status ON phone_numbers
WHEN (OLD.migration_id <> NEW.migration_id OR (OLD.porting_status IN ('ported', 'verified'))
        <> (NEW.porting_status IN ('ported', 'verified')))
    AND NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > phone_numbers_before)
BEGIN
    UPDATE migrations
    SET total_numbers = total_numbers - 1,
        ported_numbers = ported_numbers - (OLD.porting_status IN ('ported', 'verified'))
    WHERE id = OLD.migration_id;
    UPDATE migrations
    SET total_numbers = total_numbers + 1,
        ported_numbers = ported_numbers + (NEW.porting_status IN ('ported', 'verified'))
    WHERE id = NEW.migration_id;
END;

CREATE TRIGGER end_users_count_insert AFTER INSERT ON end_users
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE NEW.rowid > end_users_before)
BEGIN
    UPDATE migrations
    SET total_users = total_users + 1, configured_users = configured_users + (NEW.is_configured)
    WHERE id = NEW.migration_id;
END;

CREATE TRIGGER end_users_count_delete AFTER DELETE ON end_users
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > end_users_before)
BEGIN
    UPDATE migrations
    SET total_users = total_users - 1, configured_users = configured_users - (OLD.is_configured)
    WHERE id = OLD.migration_id;
END;

CREATE TRIGGER end_users_count_update AFTER UPDATE OF migration_id, is_configured ON end_users
WHEN (OLD.migration_id <> NEW.migration_id OR (OLD.is_configured) <> (NEW.is_configured))
    AND NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > end_users_before)
BEGIN
    UPDATE migrations
    SET total_users = total_users - 1, configured_users = configured_users - (OLD.is_configured)
    WHERE id = OLD.migration_id;
    UPDATE migrations
    SET total_users = total_users + 1, configured_users = configured_users + (NEW.is_configured)
    WHERE id = NEW.migration_id;
END;

-- updated_at -----------------------------------------------------------------------------------------------
-- The program sets updated_at whenever it raises the revision; these keep other statements honest. A counter
-- changes neither.
CREATE TRIGGER team_members_touch AFTER UPDATE ON team_members
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE team_members SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER carriers_touch AFTER UPDATE ON carriers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE carriers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER customers_touch AFTER UPDATE ON customers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE customers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER sites_touch AFTER UPDATE ON sites
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE sites SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER contacts_touch AFTER UPDATE ON contacts
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE contacts SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER migrations_touch AFTER UPDATE ON migrations
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
    AND NEW.total_numbers = OLD.total_numbers AND NEW.ported_numbers = OLD.ported_numbers
    AND NEW.total_users = OLD.total_users AND NEW.configured_users = OLD.configured_users
BEGIN
    UPDATE migrations SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER migration_assignments_touch AFTER UPDATE ON migration_assignments
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE migration_assignments SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER losing_accounts_touch AFTER UPDATE ON losing_accounts
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE losing_accounts SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER losing_account_numbers_touch AFTER UPDATE ON losing_account_numbers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE losing_account_numbers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER port_orders_touch AFTER UPDATE ON port_orders
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE port_orders SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER attachments_touch AFTER UPDATE ON attachments
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE attachments SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER mapping_profiles_touch AFTER UPDATE ON mapping_profiles
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE mapping_profiles SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER end_users_touch AFTER UPDATE ON end_users
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE end_users SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER auto_attendants_touch AFTER UPDATE ON auto_attendants
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE auto_attendants SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER call_queues_touch AFTER UPDATE ON call_queues
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE call_queues SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER call_queue_agents_touch AFTER UPDATE ON call_queue_agents
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE call_queue_agents SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER resource_accounts_touch AFTER UPDATE ON resource_accounts
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE resource_accounts SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER phone_numbers_touch AFTER UPDATE ON phone_numbers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE phone_numbers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
CREATE TRIGGER port_order_numbers_touch AFTER UPDATE ON port_order_numbers
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE port_order_numbers SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;

-- Search ---------------------------------------------------------------------------------------------------
-- Any run of at least three characters, without regard to case. The index holds no text of its own: it is
-- read from search_text of the row with the same rowid, which both VACUUM and VACUUM INTO keep.
CREATE VIRTUAL TABLE phone_numbers_search USING fts5 (
    search_text, content = 'phone_numbers', content_rowid = 'rowid', tokenize = 'trigram', columnsize = 0
);

CREATE TRIGGER phone_numbers_search_insert AFTER INSERT ON phone_numbers
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE NEW.rowid > phone_numbers_before)
BEGIN
    INSERT INTO phone_numbers_search (rowid, search_text) VALUES (NEW.rowid, NEW.search_text);
END;

CREATE TRIGGER phone_numbers_search_delete AFTER DELETE ON phone_numbers
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > phone_numbers_before)
BEGIN
    INSERT INTO phone_numbers_search (phone_numbers_search, rowid, search_text)
    VALUES ('delete', OLD.rowid, OLD.search_text);
END;

CREATE TRIGGER phone_numbers_search_update
AFTER UPDATE OF number, extension, description, notes ON phone_numbers
WHEN OLD.search_text <> NEW.search_text
    AND NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > phone_numbers_before)
BEGIN
    INSERT INTO phone_numbers_search (phone_numbers_search, rowid, search_text)
    VALUES ('delete', OLD.rowid, OLD.search_text);
    INSERT INTO phone_numbers_search (rowid, search_text) VALUES (NEW.rowid, NEW.search_text);
END;

CREATE VIRTUAL TABLE end_users_search USING fts5 (
    search_text, content = 'end_users', content_rowid = 'rowid', tokenize = 'trigram', columnsize = 0
);

CREATE TRIGGER end_users_search_insert AFTER INSERT ON end_users
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE NEW.rowid > end_users_before)
BEGIN
    INSERT INTO end_users_search (rowid, search_text) VALUES (NEW.rowid, NEW.search_text);
END;

CREATE TRIGGER end_users_search_delete AFTER DELETE ON end_users
WHEN NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > end_users_before)
BEGIN
    INSERT INTO end_users_search (end_users_search, rowid, search_text)
    VALUES ('delete', OLD.rowid, OLD.search_text);
END;

CREATE TRIGGER end_users_search_update
AFTER UPDATE OF display_name, upn, email, legacy_extension, notes ON end_users
WHEN OLD.search_text <> NEW.search_text
    AND NOT EXISTS (SELECT 1 FROM bulk_import WHERE OLD.rowid > end_users_before)
BEGIN
    INSERT INTO end_users_search (end_users_search, rowid, search_text)
    VALUES ('delete', OLD.rowid, OLD.search_text);
    INSERT INTO end_users_search (rowid, search_text) VALUES (NEW.rowid, NEW.search_text);
END;
