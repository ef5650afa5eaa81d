-- What a screen counts over all numbers or orders is read from an index alone, without the rows.
DROP INDEX phone_numbers_status;
CREATE INDEX phone_numbers_status ON phone_numbers (migration_id, porting_status, disposition, foc_date);
DROP INDEX phone_numbers_type;
CREATE INDEX phone_numbers_type
    ON phone_numbers (migration_id, number_type, assigned_end_user_id, assigned_resource_account_id);
DROP INDEX port_order_numbers_order;
CREATE INDEX port_order_numbers_order
    ON port_order_numbers (port_order_id, e164, removed_in_version, shares_base);

-- What tells a kept copy of many rows whether it is up to date.
CREATE INDEX phone_numbers_written ON phone_numbers (migration_id, updated_at, number, revision);
CREATE INDEX losing_account_numbers_listed
    ON losing_account_numbers (customer_id, losing_account_id, number, revision);

-- As before, counted from such an index.
DROP VIEW porting_status_summary;
CREATE VIEW porting_status_summary AS
SELECT m.customer_id, g.migration_id, g.porting_status, g.number_count
FROM (
    SELECT migration_id, porting_status, count(*) AS number_count
    FROM phone_numbers
    GROUP BY migration_id, porting_status
) g
JOIN migrations m ON m.id = g.migration_id;
