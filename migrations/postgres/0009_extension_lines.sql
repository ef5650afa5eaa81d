-- Records that differ in their extension only port with one base number: one line of the order stands for it, the
-- others share it, so that the number is still in one open order.
ALTER TABLE port_order_numbers ADD COLUMN shares_base BOOLEAN NOT NULL DEFAULT FALSE;

DROP INDEX port_order_numbers_open;
CREATE UNIQUE INDEX port_order_numbers_open ON port_order_numbers (e164) WHERE is_open AND NOT shares_base;
CREATE UNIQUE INDEX port_order_numbers_open_record ON port_order_numbers (phone_number_id) WHERE is_open;

CREATE FUNCTION refuse_lone_shared_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM port_order_numbers
        WHERE port_order_id = NEW.port_order_id AND e164 = NEW.e164 AND is_open AND NOT shares_base
    ) THEN
        RAISE EXCEPTION 'shared_line: port_order_numbers' USING ERRCODE = 'PF003';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER port_order_numbers_shared BEFORE INSERT ON port_order_numbers
FOR EACH ROW WHEN (NEW.is_open AND NEW.shares_base) EXECUTE FUNCTION refuse_lone_shared_line();
