-- What a letter of authorization says beside the record of the losing carrier.
ALTER TABLE losing_accounts ADD COLUMN dba TEXT;
ALTER TABLE losing_accounts ADD COLUMN billing_address TEXT
    CHECK (billing_address IS NULL OR json_valid(billing_address));

-- Where toll-free numbers ring, and from where they can be called.
ALTER TABLE port_orders ADD COLUMN ring_to_number TEXT;
ALTER TABLE port_orders ADD COLUMN coverage TEXT;

-- The papers of an order: whether somebody asked for them, and whether they came. A paper without a row was not asked
-- for yet.
CREATE TABLE port_order_documents (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL,
    port_order_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('loa', 'bill', 'csr', 'toll_free_bill')),
    state TEXT NOT NULL CHECK (state IN ('requested', 'received', 'rejected', 'waived')),
    requested_on TEXT CHECK (requested_on GLOB '????-??-??'),
    received_on TEXT CHECK (received_on GLOB '????-??-??'),
    settled_on TEXT CHECK (settled_on GLOB '????-??-??'),
    dated_on TEXT CHECK (dated_on GLOB '????-??-??'),
    reason TEXT,
    attachment_id TEXT,
    signed_content TEXT CHECK (signed_content IS NULL OR json_valid(signed_content)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
        CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, attachment_id) REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
) STRICT;

CREATE UNIQUE INDEX port_order_documents_kind ON port_order_documents (port_order_id, kind);
CREATE INDEX port_order_documents_attachment ON port_order_documents (attachment_id)
    WHERE attachment_id IS NOT NULL;

CREATE TRIGGER port_order_documents_touch AFTER UPDATE ON port_order_documents
WHEN NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision
BEGIN
    UPDATE port_order_documents SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = NEW.id;
END;
