-- The whole data model, in PostgreSQL. migrations/sqlite/0001_init.sql says the same for SQLite: tables,
-- columns, their order and nullability, the values of enumerations and the names of indexes agree, and a test
-- compares them.
--
-- Text is compared by code point (COLLATE "C"), as SQLite does, so that both databases list rows in the same
-- order. Columns ending in _key hold the folded text (trimmed, single spaces, lower case) by which rows are
-- found and kept unique without regard to case. Foreign keys carry customer_id, so that no row can point to
-- another customer's data; they refuse deletion, because un-assigning is an act of its own that is logged.

-- Enumerations. A later value needs a migration of its own: it cannot be used in the transaction that adds it.
CREATE TYPE migration_status AS ENUM (
    'planning', 'discovery', 'data_collection', 'in_progress', 'porting', 'testing', 'completed',
    'on_hold', 'cancelled'
);
CREATE TYPE routing_type AS ENUM ('direct_routing', 'operator_connect', 'calling_plan');
CREATE TYPE phone_number_type AS ENUM (
    'user', 'auto_attendant', 'call_queue', 'fax', 'conference_room', 'shared', 'other'
);
CREATE TYPE number_usage AS ENUM ('user', 'voice_app', 'conference');
CREATE TYPE porting_status AS ENUM (
    'not_started', 'loa_submitted', 'loa_rejected', 'foc_received', 'port_scheduled', 'ported',
    'verified', 'failed'
);
CREATE TYPE disposition AS ENUM ('port', 'new', 'retain', 'disconnect', 'forward', 'unknown');
CREATE TYPE resource_account_type AS ENUM ('auto_attendant', 'call_queue');
CREATE TYPE cq_routing_method AS ENUM ('attendant', 'serial', 'round_robin', 'longest_idle');
CREATE TYPE overflow_action AS ENUM (
    'disconnect', 'forward_external', 'forward_user', 'forward_voice_app', 'voicemail',
    'shared_voicemail', 'queue'
);
CREATE TYPE team_role AS ENUM ('admin', 'member', 'viewer');
CREATE TYPE contact_kind AS ENUM ('authorized_signer', 'technical', 'billing', 'site', 'escalation');
CREATE TYPE port_scope AS ENUM ('full', 'partial');
CREATE TYPE number_class AS ENUM ('local', 'toll_free');
CREATE TYPE port_order_status AS ENUM (
    'draft', 'ready', 'loa_requested', 'loa_signed', 'submitted', 'rejected', 'foc_received',
    'scheduled', 'jeopardy', 'cancel_requested', 'partially_ported', 'ported', 'verified', 'closed',
    'cancelled', 'failed', 'snapped_back'
);
CREATE TYPE order_number_outcome AS ENUM ('ported', 'failed', 'released', 'kept', 'snapped_back');
CREATE TYPE account_number_source AS ENUM ('csr', 'bill', 'portal');
CREATE TYPE remaining_action AS ENUM ('keep', 'disconnect');
CREATE TYPE attachment_kind AS ENUM (
    'loa', 'csr', 'bill', 'audio', 'photo', 'survey', 'snapshot', 'result', 'other'
);
CREATE TYPE import_target AS ENUM ('phone_numbers', 'end_users');
CREATE TYPE import_status AS ENUM ('committed', 'undone');
CREATE TYPE import_outcome AS ENUM ('inserted', 'updated', 'unchanged', 'rejected');
CREATE TYPE script_kind AS ENUM ('collect', 'prepare', 'apply', 'cutover', 'verify', 'rollback');

-- Workspace ------------------------------------------------------------------------------------------------

-- One row. Written when the workspace is made and at each upgrade.
CREATE TABLE workspace (
    singleton BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (singleton),
    workspace_id UUID NOT NULL,
    format_version BIGINT NOT NULL,
    application_version TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE team_members (
    id UUID PRIMARY KEY,
    display_name TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    email_key TEXT COLLATE "C" NOT NULL,
    role team_role NOT NULL DEFAULT 'member',
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    database_role TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- Gaining carriers; a table, so that people add one without a new release.
CREATE TABLE carriers (
    id UUID PRIMARY KEY,
    code TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    ocn TEXT COLLATE "C",
    contacts JSONB NOT NULL DEFAULT '[]',
    port_rules JSONB NOT NULL DEFAULT '{}',
    sheet_template JSONB NOT NULL DEFAULT '{}',
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE customers (
    id UUID PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    legal_name TEXT COLLATE "C",
    tenant_domain TEXT COLLATE "C",
    tenant_id TEXT COLLATE "C",
    time_zone TEXT COLLATE "C" NOT NULL,
    is_demo BOOLEAN NOT NULL DEFAULT FALSE,
    notes TEXT COLLATE "C",
    archived_at TIMESTAMPTZ(3),
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE sites (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C",
    street TEXT COLLATE "C",
    city TEXT COLLATE "C",
    state TEXT COLLATE "C",
    postal_code TEXT COLLATE "C",
    country TEXT COLLATE "C" NOT NULL,
    time_zone TEXT COLLATE "C" NOT NULL,
    main_number TEXT COLLATE "C",
    legacy_pbx TEXT COLLATE "C",
    business_hours JSONB,
    holidays JSONB NOT NULL DEFAULT '[]',
    discovery_notes TEXT COLLATE "C",
    archived_at TIMESTAMPTZ(3),
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE contacts (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID,
    kind contact_kind NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C",
    email TEXT COLLATE "C",
    phone TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

-- The four counters are kept by triggers and raise neither revision nor updated_at.
CREATE TABLE migrations (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    status migration_status NOT NULL DEFAULT 'planning',
    status_before_hold migration_status,
    routing_type routing_type NOT NULL,
    carrier_id UUID,
    target_date DATE,
    voice_routing_policy TEXT COLLATE "C",
    dial_plan TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    archived_at TIMESTAMPTZ(3),
    total_numbers BIGINT NOT NULL DEFAULT 0,
    ported_numbers BIGINT NOT NULL DEFAULT 0,
    total_users BIGINT NOT NULL DEFAULT 0,
    configured_users BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK ((status = 'on_hold') = (status_before_hold IS NOT NULL))
);

CREATE TABLE migration_assignments (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    team_member_id UUID NOT NULL,
    responsibility TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (team_member_id) REFERENCES team_members (id) ON DELETE RESTRICT
);

-- Losing carriers and port orders --------------------------------------------------------------------------

-- Account number and PIN are ciphertext; the key is named beside them and kept elsewhere.
CREATE TABLE losing_accounts (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    carrier_name TEXT COLLATE "C" NOT NULL,
    name_on_account TEXT COLLATE "C" NOT NULL,
    csr_address JSONB,
    account_number_sealed BYTEA,
    account_number_key_id TEXT COLLATE "C",
    pin_sealed BYTEA,
    pin_key_id TEXT COLLATE "C",
    btn TEXT COLLATE "C",
    btn_dialable BOOLEAN NOT NULL DEFAULT TRUE,
    csr_date DATE,
    bill_date DATE,
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK ((account_number_sealed IS NULL) = (account_number_key_id IS NULL)),
    CHECK ((pin_sealed IS NULL) = (pin_key_id IS NULL))
);

-- What the losing carrier lists on the account.
CREATE TABLE losing_account_numbers (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    losing_account_id UUID NOT NULL,
    number TEXT COLLATE "C" NOT NULL CHECK (number ~ '^[+][1-9][0-9]*$'),
    source account_number_source NOT NULL,
    seen_on DATE NOT NULL,
    remaining_action remaining_action,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, losing_account_id)
        REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT
);

CREATE TABLE port_orders (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    carrier_id UUID NOT NULL,
    losing_account_id UUID,
    pon TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    sequence_in_account BIGINT NOT NULL DEFAULT 1,
    scope port_scope NOT NULL,
    number_class number_class NOT NULL,
    status port_order_status NOT NULL DEFAULT 'draft',
    desired_date DATE,
    foc_local_date DATE,
    foc_local_time TEXT COLLATE "C" CHECK (foc_local_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
    foc_zone TEXT COLLATE "C",
    foc_at TIMESTAMPTZ(3),
    new_btn TEXT COLLATE "C",
    signer_contact_id UUID,
    loa_content_hash TEXT COLLATE "C",
    loa_signed_on DATE,
    submitted_at TIMESTAMPTZ(3),
    ported_at TIMESTAMPTZ(3),
    snapback_until TIMESTAMPTZ(3),
    resporg_id TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, losing_account_id)
        REFERENCES losing_accounts (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, signer_contact_id) REFERENCES contacts (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (version >= 1 AND sequence_in_account >= 1)
);

-- Each content once, whoever refers to it.
CREATE TABLE attachment_contents (
    sha256 TEXT COLLATE "C" PRIMARY KEY,
    content BYTEA NOT NULL CHECK (length(content) <= 52428800)
);

CREATE TABLE attachments (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    site_id UUID,
    port_order_id UUID,
    kind attachment_kind NOT NULL,
    file_name TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    dated_on DATE,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (sha256) REFERENCES attachment_contents (sha256) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

-- Append-only: an order as it was sent.
CREATE TABLE port_order_versions (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    port_order_id UUID NOT NULL,
    version BIGINT NOT NULL,
    snapshot JSONB NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT
);

-- Append-only.
CREATE TABLE port_order_events (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    port_order_id UUID NOT NULL,
    from_status port_order_status,
    to_status port_order_status NOT NULL,
    reason TEXT COLLATE "C",
    reject_code TEXT COLLATE "C",
    evidence_attachment_id UUID,
    actor_id UUID NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, evidence_attachment_id)
        REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (actor_id) REFERENCES team_members (id) ON DELETE RESTRICT
);

-- Imports --------------------------------------------------------------------------------------------------

CREATE TABLE import_batches (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    file_name TEXT COLLATE "C" NOT NULL,
    file_sha256 TEXT COLLATE "C" NOT NULL,
    rows_read BIGINT NOT NULL,
    records BIGINT NOT NULL,
    inserted BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    status import_status NOT NULL DEFAULT 'committed',
    imported_by UUID NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    undone_at TIMESTAMPTZ(3),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (imported_by) REFERENCES team_members (id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (inserted + updated + unchanged + rejected = records),
    CHECK ((status = 'undone') = (undone_at IS NOT NULL))
);

CREATE TABLE import_sheets (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    import_batch_id UUID NOT NULL,
    sheet TEXT COLLATE "C" NOT NULL,
    header_row BIGINT NOT NULL,
    target import_target NOT NULL,
    column_map JSONB NOT NULL,
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT
);

-- One row per record. entity_id has no foreign key: undo deletes what an import brought and keeps its record.
CREATE TABLE import_rows (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    import_batch_id UUID NOT NULL,
    sheet TEXT COLLATE "C" NOT NULL,
    source_row BIGINT NOT NULL,
    ordinal BIGINT NOT NULL DEFAULT 0,
    entity_type TEXT COLLATE "C" NOT NULL,
    entity_id UUID,
    outcome import_outcome NOT NULL,
    issues JSONB NOT NULL DEFAULT '[]',
    cells JSONB NOT NULL,
    "values" JSONB NOT NULL,
    before JSONB,
    revision_after BIGINT,
    FOREIGN KEY (customer_id, import_batch_id) REFERENCES import_batches (customer_id, id) ON DELETE RESTRICT
);

-- Shapes of files, not data: shared by all customers of the workspace.
CREATE TABLE mapping_profiles (
    id UUID PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    target import_target NOT NULL,
    header_fingerprint TEXT COLLATE "C" NOT NULL,
    column_map JSONB NOT NULL,
    value_map JSONB NOT NULL DEFAULT '{}',
    defaults JSONB NOT NULL DEFAULT '{}',
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- People and voice applications ----------------------------------------------------------------------------

CREATE TABLE end_users (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    site_id UUID,
    upn TEXT COLLATE "C",
    upn_key TEXT COLLATE "C",
    user_key TEXT COLLATE "C",
    display_name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    first_name TEXT COLLATE "C",
    last_name TEXT COLLATE "C",
    department TEXT COLLATE "C",
    job_title TEXT COLLATE "C",
    legacy_extension TEXT COLLATE "C",
    email TEXT COLLATE "C",
    usage_location TEXT COLLATE "C",
    license_sku TEXT COLLATE "C",
    voice_routing_policy TEXT COLLATE "C",
    dial_plan TEXT COLLATE "C",
    calling_policy TEXT COLLATE "C",
    voicemail_enabled BOOLEAN NOT NULL DEFAULT TRUE,
    emergency_location TEXT COLLATE "C",
    cutover_date DATE,
    is_configured BOOLEAN NOT NULL DEFAULT FALSE,
    configured_at TIMESTAMPTZ(3),
    notes TEXT COLLATE "C",
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    search_text TEXT COLLATE "C" GENERATED ALWAYS AS (lower((
        display_name
        || E'\n' || coalesce(upn, '')
        || E'\n' || coalesce(email, '')
        || E'\n' || coalesce(legacy_extension, '')
        || E'\n' || coalesce(notes, '')
    ) COLLATE "default")) STORED,
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, site_id) REFERENCES sites (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (upn IS NOT NULL OR user_key IS NOT NULL),
    CHECK ((upn IS NULL) = (upn_key IS NULL))
);

CREATE TABLE auto_attendants (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    time_zone TEXT COLLATE "C" NOT NULL,
    voice TEXT COLLATE "C",
    greeting JSONB,
    business_hours JSONB,
    holidays JSONB,
    business_hours_menu_options JSONB NOT NULL DEFAULT '[]',
    after_hours_greeting JSONB,
    after_hours_menu_options JSONB NOT NULL DEFAULT '[]',
    holiday_calls JSONB NOT NULL DEFAULT '[]',
    operator TEXT COLLATE "C",
    dial_by_name BOOLEAN NOT NULL DEFAULT FALSE,
    is_configured BOOLEAN NOT NULL DEFAULT FALSE,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE TABLE call_queues (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    routing_method cq_routing_method NOT NULL DEFAULT 'attendant',
    presence_based_routing BOOLEAN NOT NULL DEFAULT TRUE,
    conference_mode BOOLEAN NOT NULL DEFAULT TRUE,
    agent_alert_seconds BIGINT NOT NULL DEFAULT 30,
    allow_opt_out BOOLEAN NOT NULL DEFAULT TRUE,
    greeting JSONB,
    music_on_hold UUID,
    overflow_threshold BIGINT NOT NULL DEFAULT 50,
    overflow_action overflow_action NOT NULL DEFAULT 'disconnect',
    overflow_target TEXT COLLATE "C",
    overflow_voicemail_greeting JSONB,
    timeout_seconds BIGINT NOT NULL DEFAULT 1200,
    timeout_action overflow_action NOT NULL DEFAULT 'disconnect',
    timeout_target TEXT COLLATE "C",
    timeout_voicemail_greeting JSONB,
    no_agents_action overflow_action,
    no_agents_target TEXT COLLATE "C",
    no_agents_voicemail_greeting JSONB,
    is_configured BOOLEAN NOT NULL DEFAULT FALSE,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, music_on_hold) REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (overflow_action <> 'queue' AND timeout_action <> 'queue')
);

CREATE TABLE call_queue_agents (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    call_queue_id UUID NOT NULL,
    end_user_id UUID NOT NULL,
    position BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, call_queue_id) REFERENCES call_queues (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, end_user_id) REFERENCES end_users (customer_id, id) ON DELETE RESTRICT
);

CREATE TABLE resource_accounts (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    upn TEXT COLLATE "C" NOT NULL,
    upn_key TEXT COLLATE "C" NOT NULL,
    display_name TEXT COLLATE "C" NOT NULL,
    account_type resource_account_type NOT NULL,
    auto_attendant_id UUID,
    call_queue_id UUID,
    usage_location TEXT COLLATE "C",
    license_sku TEXT COLLATE "C",
    tenant_object_id TEXT COLLATE "C",
    is_configured BOOLEAN NOT NULL DEFAULT FALSE,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, auto_attendant_id)
        REFERENCES auto_attendants (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, call_queue_id) REFERENCES call_queues (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id),
    CHECK (auto_attendant_id IS NULL OR account_type = 'auto_attendant'),
    CHECK (call_queue_id IS NULL OR account_type = 'call_queue')
);

-- Numbers --------------------------------------------------------------------------------------------------

CREATE TABLE phone_numbers (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    number TEXT COLLATE "C" NOT NULL CHECK (number ~ '^[+][1-9][0-9]*$'),
    extension TEXT COLLATE "C" NOT NULL DEFAULT '' CHECK (extension ~ '^[0-9]*$'),
    number_type phone_number_type NOT NULL DEFAULT 'user',
    usage number_usage NOT NULL DEFAULT 'user',
    porting_status porting_status NOT NULL DEFAULT 'not_started',
    disposition disposition NOT NULL DEFAULT 'port',
    description TEXT COLLATE "C",
    losing_account_id UUID,
    current_carrier TEXT COLLATE "C",
    rate_center TEXT COLLATE "C",
    assigned_end_user_id UUID,
    assigned_resource_account_id UUID,
    open_port_order_id UUID,
    foc_date DATE,
    ported_at TIMESTAMPTZ(3),
    verified_at TIMESTAMPTZ(3),
    rejection_reason TEXT COLLATE "C",
    notes TEXT COLLATE "C",
    import_batch_id UUID,
    source_row BIGINT,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    search_text TEXT COLLATE "C" GENERATED ALWAYS AS (lower((
        number
        || E'\n' || extension
        || E'\n' || coalesce(description, '')
        || E'\n' || coalesce(notes, '')
    ) COLLATE "default")) STORED,
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
);

CREATE TABLE port_order_numbers (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    port_order_id UUID NOT NULL,
    phone_number_id UUID NOT NULL,
    e164 TEXT COLLATE "C" NOT NULL CHECK (e164 ~ '^[+][1-9][0-9]*$'),
    added_in_version BIGINT NOT NULL DEFAULT 1,
    removed_in_version BIGINT,
    outcome order_number_outcome,
    outcome_at TIMESTAMPTZ(3),
    reject_code TEXT COLLATE "C",
    is_open BOOLEAN NOT NULL DEFAULT TRUE,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, phone_number_id) REFERENCES phone_numbers (customer_id, id) ON DELETE RESTRICT,
    CHECK (removed_in_version IS NULL OR NOT is_open),
    CHECK ((outcome IS NULL) = (outcome_at IS NULL))
);

-- Evidence -------------------------------------------------------------------------------------------------

CREATE TABLE generated_scripts (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    port_order_id UUID,
    kind script_kind NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    inputs_fingerprint TEXT COLLATE "C" NOT NULL,
    generated_by UUID NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    saved_path TEXT COLLATE "C",
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (generated_by) REFERENCES team_members (id) ON DELETE RESTRICT
);

-- Append-only and without foreign keys: the log outlives what it tells about.
CREATE TABLE activity_log (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ(3) NOT NULL,
    actor_id UUID,
    actor_name TEXT COLLATE "C" NOT NULL,
    customer_id UUID,
    migration_id UUID,
    entity_type TEXT COLLATE "C" NOT NULL,
    entity_id UUID NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    changes JSONB NOT NULL DEFAULT '[]',
    change_set_id UUID NOT NULL,
    revision_before BIGINT,
    revision_after BIGINT
);

-- A problem accepted for as long as the value keeps its fingerprint.
CREATE TABLE problem_waivers (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    migration_id UUID NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    entity_type TEXT COLLATE "C" NOT NULL,
    entity_id UUID NOT NULL,
    fingerprint TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    waived_by UUID NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    FOREIGN KEY (customer_id, migration_id) REFERENCES migrations (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (waived_by) REFERENCES team_members (id) ON DELETE RESTRICT
);

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
-- The steps a status may take; an update to any other is refused. A row may be inserted in any status.
CREATE TABLE status_edges (
    machine TEXT COLLATE "C" NOT NULL,
    from_status TEXT COLLATE "C" NOT NULL,
    to_status TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (machine, from_status, to_status)
);

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

-- Arguments: the machine, and the column that holds the status.
CREATE FUNCTION refuse_illegal_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was TEXT := to_jsonb(OLD) ->> TG_ARGV[1];
    wanted TEXT := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM status_edges
        WHERE machine = TG_ARGV[0] AND from_status = was AND to_status = wanted
    ) OR (was = 'on_hold' AND wanted IS DISTINCT FROM to_jsonb(OLD) ->> 'status_before_hold') THEN
        RAISE EXCEPTION 'illegal_transition: % % -> %', TG_ARGV[0], was, wanted USING ERRCODE = 'PF001';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER phone_numbers_status_step BEFORE UPDATE OF porting_status ON phone_numbers
FOR EACH ROW WHEN (OLD.porting_status <> NEW.porting_status)
EXECUTE FUNCTION refuse_illegal_step('porting_status', 'porting_status');

CREATE TRIGGER migrations_status_step BEFORE UPDATE OF status ON migrations
FOR EACH ROW WHEN (OLD.status <> NEW.status)
EXECUTE FUNCTION refuse_illegal_step('migration_status', 'status');

CREATE TRIGGER port_orders_status_step BEFORE UPDATE OF status ON port_orders
FOR EACH ROW WHEN (OLD.status <> NEW.status)
EXECUTE FUNCTION refuse_illegal_step('port_order_status', 'status');

-- Append-only tables ---------------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append_only: %', TG_TABLE_NAME USING ERRCODE = 'PF002';
END $$;

CREATE TRIGGER activity_log_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON activity_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER port_order_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON port_order_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER port_order_versions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON port_order_versions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Counters of a migration ----------------------------------------------------------------------------------
CREATE FUNCTION count_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE migrations m
        SET total_numbers = m.total_numbers + d.rows_changed, ported_numbers = m.ported_numbers + d.part_changed
        FROM (
            SELECT migration_id, count(*) AS rows_changed,
                count(*) FILTER (WHERE porting_status IN ('ported', 'verified')) AS part_changed
            FROM new_rows GROUP BY migration_id
        ) d
        WHERE m.id = d.migration_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE migrations m
        SET total_numbers = m.total_numbers - d.rows_changed, ported_numbers = m.ported_numbers - d.part_changed
        FROM (
            SELECT migration_id, count(*) AS rows_changed,
                count(*) FILTER (WHERE porting_status IN ('ported', 'verified')) AS part_changed
            FROM old_rows GROUP BY migration_id
        ) d
        WHERE m.id = d.migration_id;
    ELSE
        UPDATE migrations m
        SET total_numbers = m.total_numbers + d.rows_changed, ported_numbers = m.ported_numbers + d.part_changed
        FROM (
            SELECT migration_id, sum(weight)::BIGINT AS rows_changed,
                coalesce(sum(weight) FILTER (WHERE counted), 0)::BIGINT AS part_changed
            FROM (
                SELECT migration_id, 1 AS weight, porting_status IN ('ported', 'verified') AS counted
                FROM new_rows
                UNION ALL
                SELECT migration_id, -1, porting_status IN ('ported', 'verified') FROM old_rows
            ) both_sides
            GROUP BY migration_id
            HAVING sum(weight) <> 0 OR coalesce(sum(weight) FILTER (WHERE counted), 0) <> 0
        ) d
        WHERE m.id = d.migration_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER phone_numbers_count_insert AFTER INSERT ON phone_numbers
REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_numbers();

CREATE TRIGGER phone_numbers_count_delete AFTER DELETE ON phone_numbers
REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_numbers();

CREATE TRIGGER phone_numbers_count_update AFTER UPDATE ON phone_numbers
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_numbers();

CREATE FUNCTION count_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE migrations m
        SET total_users = m.total_users + d.rows_changed, configured_users = m.configured_users + d.part_changed
        FROM (
            SELECT migration_id, count(*) AS rows_changed,
                count(*) FILTER (WHERE is_configured) AS part_changed
            FROM new_rows GROUP BY migration_id
        ) d
        WHERE m.id = d.migration_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE migrations m
        SET total_users = m.total_users - d.rows_changed, configured_users = m.configured_users - d.part_changed
        FROM (
            SELECT migration_id, count(*) AS rows_changed,
                count(*) FILTER (WHERE is_configured) AS part_changed
            FROM old_rows GROUP BY migration_id
        ) d
        WHERE m.id = d.migration_id;
    ELSE
        UPDATE migrations m
        SET total_users = m.total_users + d.rows_changed, configured_users = m.configured_users + d.part_changed
        FROM (
            SELECT migration_id, sum(weight)::BIGINT AS rows_changed,
                coalesce(sum(weight) FILTER (WHERE counted), 0)::BIGINT AS part_changed
            FROM (
                SELECT migration_id, 1 AS weight, is_configured AS counted FROM new_rows
                UNION ALL
                SELECT migration_id, -1, is_configured FROM old_rows
            ) both_sides
            GROUP BY migration_id
            HAVING sum(weight) <> 0 OR coalesce(sum(weight) FILTER (WHERE counted), 0) <> 0
        ) d
        WHERE m.id = d.migration_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER end_users_count_insert AFTER INSERT ON end_users
REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_users();

CREATE TRIGGER end_users_count_delete AFTER DELETE ON end_users
REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_users();

CREATE TRIGGER end_users_count_update AFTER UPDATE ON end_users
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_users();

-- updated_at -----------------------------------------------------------------------------------------------
-- The program sets updated_at whenever it raises the revision; these keep other statements honest. A counter
-- changes neither.
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER team_members_touch BEFORE UPDATE ON team_members
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER carriers_touch BEFORE UPDATE ON carriers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER customers_touch BEFORE UPDATE ON customers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER sites_touch BEFORE UPDATE ON sites
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER contacts_touch BEFORE UPDATE ON contacts
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER migrations_touch BEFORE UPDATE ON migrations
FOR EACH ROW WHEN (
    NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
    AND NEW.total_numbers = OLD.total_numbers AND NEW.ported_numbers = OLD.ported_numbers
    AND NEW.total_users = OLD.total_users AND NEW.configured_users = OLD.configured_users
) EXECUTE FUNCTION touch();
CREATE TRIGGER migration_assignments_touch BEFORE UPDATE ON migration_assignments
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER losing_accounts_touch BEFORE UPDATE ON losing_accounts
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER losing_account_numbers_touch BEFORE UPDATE ON losing_account_numbers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER port_orders_touch BEFORE UPDATE ON port_orders
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER attachments_touch BEFORE UPDATE ON attachments
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER mapping_profiles_touch BEFORE UPDATE ON mapping_profiles
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER end_users_touch BEFORE UPDATE ON end_users
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER auto_attendants_touch BEFORE UPDATE ON auto_attendants
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER call_queues_touch BEFORE UPDATE ON call_queues
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER call_queue_agents_touch BEFORE UPDATE ON call_queue_agents
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER resource_accounts_touch BEFORE UPDATE ON resource_accounts
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER phone_numbers_touch BEFORE UPDATE ON phone_numbers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
CREATE TRIGGER port_order_numbers_touch BEFORE UPDATE ON port_order_numbers
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();

-- Search ---------------------------------------------------------------------------------------------------
-- Any run of characters, without regard to case: search_text LIKE '%' || folded term || '%'. The index needs
-- the extension pg_trgm. Where it may not be created the index is left out: the same search works, by reading
-- every row.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX phone_numbers_search ON phone_numbers USING gin (search_text gin_trgm_ops);
    CREATE INDEX end_users_search ON end_users USING gin (search_text gin_trgm_ops);
EXCEPTION
    -- No right to create it, not installed on the server, or installed in a schema that is out of reach.
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
        RAISE NOTICE 'pg_trgm is not available: search works without an index';
END $$;
