-- What a letter of authorization says beside the record of the losing carrier.
ALTER TABLE losing_accounts ADD COLUMN dba TEXT COLLATE "C";
ALTER TABLE losing_accounts ADD COLUMN billing_address JSONB;

-- Where toll-free numbers ring, and from where they can be called.
ALTER TABLE port_orders ADD COLUMN ring_to_number TEXT COLLATE "C";
ALTER TABLE port_orders ADD COLUMN coverage TEXT COLLATE "C";

CREATE TYPE order_document_kind AS ENUM ('loa', 'bill', 'csr', 'toll_free_bill');
CREATE TYPE order_document_state AS ENUM ('requested', 'received', 'rejected', 'waived');

-- The papers of an order: whether somebody asked for them, and whether they came. A paper without a row was not asked
-- for yet.
CREATE TABLE port_order_documents (
    id UUID PRIMARY KEY,
    customer_id UUID NOT NULL,
    port_order_id UUID NOT NULL,
    kind order_document_kind NOT NULL,
    state order_document_state NOT NULL,
    requested_on DATE,
    received_on DATE,
    settled_on DATE,
    dated_on DATE,
    reason TEXT COLLATE "C",
    attachment_id UUID,
    signed_content JSONB,
    revision BIGINT NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (customer_id, port_order_id) REFERENCES port_orders (customer_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (customer_id, attachment_id) REFERENCES attachments (customer_id, id) ON DELETE RESTRICT,
    UNIQUE (customer_id, id)
);

CREATE UNIQUE INDEX port_order_documents_kind ON port_order_documents (port_order_id, kind);
CREATE INDEX port_order_documents_attachment ON port_order_documents (attachment_id)
    WHERE attachment_id IS NOT NULL;

CREATE TRIGGER port_order_documents_touch BEFORE UPDATE ON port_order_documents
FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.revision = OLD.revision) EXECUTE FUNCTION touch();
