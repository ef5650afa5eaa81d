//! Arguments about people at the customer.

use clap::{Args, Subcommand};
use portflow_domain::enums::ContactKind;

/// People at the customer.
#[derive(Debug, Subcommand)]
pub enum ContactAction {
    /// Add a contact.
    Add {
        /// Whose contact.
        #[arg(long)]
        customer: String,
        /// What they are for.
        #[arg(long, default_value = "authorized_signer")]
        kind: ContactKind,
        /// Their name.
        #[arg(long)]
        name: String,
        /// How to reach them.
        #[command(flatten)]
        more: ContactFields,
    },
    /// List contacts.
    List,
    /// Change a contact; what is not named stays, and an empty text clears.
    Set {
        /// The contact, by name or id.
        contact: String,
        /// Whose contact, where several customers have one of that name.
        #[arg(long)]
        customer: Option<String>,
        /// What they are for.
        #[arg(long)]
        kind: Option<ContactKind>,
        /// Their name.
        #[arg(long)]
        name: Option<String>,
        /// How to reach them.
        #[command(flatten)]
        more: ContactFields,
    },
    /// Remove a contact that no order names.
    Remove {
        /// The contact, by name or id.
        contact: String,
        /// Whose contact, where several customers have one of that name.
        #[arg(long)]
        customer: Option<String>,
    },
}

/// What may be said of a contact beside the name.
#[derive(Debug, Args)]
pub struct ContactFields {
    /// The site they belong to, if it is one.
    #[arg(long)]
    pub site: Option<String>,
    /// Job title.
    #[arg(long)]
    pub title: Option<String>,
    /// E-mail address.
    #[arg(long)]
    pub email: Option<String>,
    /// Telephone number.
    #[arg(long)]
    pub phone: Option<String>,
}
