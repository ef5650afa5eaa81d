//! One struct per table: what a stored row means, with the column names of the database.
