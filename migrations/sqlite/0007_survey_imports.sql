-- An import brings what is learnt at sites: emergency locations, networks, circuits, special lines, equipment, people.

-- As in 0003: a check is changed without writing its table anew.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql,
    '''losing_account_numbers'', ''port_order_events''',
    '''losing_account_numbers'', ''port_order_events'',
        ''emergency_locations'', ''network_segments'', ''circuits'', ''special_lines'', ''devices'', ''licenses'', ''contacts''')
WHERE type = 'table' AND name IN ('import_sheets', 'mapping_profiles');
PRAGMA writable_schema = RESET;
