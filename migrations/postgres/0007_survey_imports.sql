-- An import brings what is learnt at sites: emergency locations, networks, circuits, special lines, equipment, people.

ALTER TYPE import_target ADD VALUE 'emergency_locations';
ALTER TYPE import_target ADD VALUE 'network_segments';
ALTER TYPE import_target ADD VALUE 'circuits';
ALTER TYPE import_target ADD VALUE 'special_lines';
ALTER TYPE import_target ADD VALUE 'devices';
ALTER TYPE import_target ADD VALUE 'licenses';
ALTER TYPE import_target ADD VALUE 'contacts';
