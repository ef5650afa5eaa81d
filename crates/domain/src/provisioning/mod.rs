//! What a script will do in the tenant.
