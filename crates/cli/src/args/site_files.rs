//! Arguments about files and photos of a site.

use clap::Subcommand;
use portflow_domain::enums::DiscoverySection;
use std::path::PathBuf;

/// Files of a site, named by name, `Customer/Site` or id; a file by its name or id.
#[derive(Debug, Subcommand)]
pub enum SiteFilesAction {
    /// Keep files with the site, byte for byte; equal ones are stored once.
    Add {
        /// The site.
        site: String,
        /// At most 50 MB each.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The section of the discovery that they belong to, such as special_lines.
        #[arg(long)]
        section: Option<DiscoverySection>,
    },
    /// List the files of the site.
    List {
        /// The site.
        site: String,
    },
    /// Name a file anew, or say what it shows.
    Edit {
        /// The site.
        site: String,
        /// The file.
        file: String,
        /// Its new name.
        #[arg(long)]
        name: Option<String>,
        /// What it shows; empty for nothing.
        #[arg(long)]
        caption: Option<String>,
        /// The section of the discovery that it belongs to.
        #[arg(long)]
        section: Option<DiscoverySection>,
    },
    /// Write a copy of a file.
    Save {
        /// The site.
        site: String,
        /// The file.
        file: String,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Remove a file.
    Remove {
        /// The site.
        site: String,
        /// The file.
        file: String,
    },
}
