//! A PostgreSQL server of its own for one test run: an empty cluster in a temporary folder, on a
//! free port of the loopback address, gone when the run ends.
//!
//! The server refuses root, so as root it runs as the system's `postgres` user. It stays in this
//! program's process group: Ctrl-C stops it too.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Outcome, programs};

const FOLDER_PREFIX: &str = "portflow-postgres-";
const START_LIMIT: Duration = Duration::from_secs(60);

/// A running server; it stops and its folder goes when this value is dropped.
pub struct TemporaryPostgres {
    server: Child,
    folder: PathBuf,
    binaries: PathBuf,
    account: Account,
    port: u16,
}

impl TemporaryPostgres {
    /// Whether this machine has the server's programs.
    pub fn is_installed() -> bool {
        binaries().is_some()
    }

    /// Makes a cluster, starts it and waits until it answers.
    pub fn start() -> Outcome<Self> {
        let binaries = binaries().ok_or("no PostgreSQL server is installed")?;
        let account = Account::choose()?;
        let port = free_port()?;
        sweep();
        let folder = std::env::temp_dir().join(format!("{FOLDER_PREFIX}{port}"));
        std::fs::create_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        account.own(&folder)?;
        let made =
            initialise(&binaries, &account, &folder).and_then(|()| spawn(&binaries, &account, &folder, port));
        let server = match made {
            Ok(server) => server,
            Err(why) => {
                std::fs::remove_dir_all(&folder).ok();
                return Err(why);
            }
        };
        let mut postgres = Self {
            server,
            folder,
            binaries,
            account,
            port,
        };
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    /// The address of the superuser's own database.
    pub fn url(&self) -> String {
        format!("postgres://pf@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self) -> Outcome<()> {
        let end = Instant::now() + START_LIMIT;
        while Instant::now() < end {
            let mut asked = Command::new(self.binaries.join("pg_isready"));
            asked.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if asked.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            if self.server.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("the temporary PostgreSQL does not start:\n{log}"))
    }
}

impl Drop for TemporaryPostgres {
    fn drop(&mut self) {
        let data = self.folder.join("data");
        let mut stop = self.account.command(&self.binaries.join("pg_ctl"), &self.folder);
        stop.arg("-D").arg(data).args(["-w", "-m", "immediate", "stop"]);
        stop.stdin(Stdio::null()).output().ok();
        self.server.kill().ok();
        self.server.wait().ok();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// Removes what interrupted runs left: folders whose server has stopped, an hour old so that a run
/// beside this one, which is about to start its server, keeps its own.
fn sweep() {
    for entry in std::fs::read_dir(std::env::temp_dir())
        .into_iter()
        .flatten()
        .flatten()
    {
        let (path, name) = (entry.path(), entry.file_name());
        let ours = name.to_string_lossy().starts_with(FOLDER_PREFIX);
        let changed = entry.metadata().and_then(|folder| folder.modified());
        let old = changed.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > Duration::from_secs(3600)));
        if ours && old && !path.join("data/postmaster.pid").exists() {
            std::fs::remove_dir_all(path).ok();
        }
    }
}

fn initialise(binaries: &Path, account: &Account, folder: &Path) -> Outcome<()> {
    // C.UTF-8 is known to every Linux; other systems sort by bytes under plain C.
    let locale = if cfg!(target_os = "linux") {
        "--locale=C.UTF-8"
    } else {
        "--locale=C"
    };
    let mut command = account.command(&binaries.join("initdb"), folder);
    command.arg("-D").arg(folder.join("data"));
    command.args(["-U", "pf", "--auth=trust", "-E", "UTF8", "--no-sync", locale]);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|why| format!("initdb: {why}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!(
            "initdb: {}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

fn spawn(binaries: &Path, account: &Account, folder: &Path, port: u16) -> Outcome<Child> {
    let failed = |why: std::io::Error| format!("postgres: {why}");
    let log = File::create(folder.join("log")).map_err(failed)?;
    let mut command = account.command(&binaries.join("postgres"), folder);
    command
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-p", &port.to_string()]);
    let sockets = if cfg!(windows) {
        String::new()
    } else {
        folder.display().to_string()
    };
    for setting in [
        "listen_addresses=127.0.0.1",
        &format!("unix_socket_directories={sockets}"),
        "fsync=off",
        "full_page_writes=off",
        "synchronous_commit=off",
        // Every test opens a database and a pool of its own, and tests run side by side.
        "max_connections=300",
    ] {
        command.args(["-c", setting]);
    }
    command
        .stdin(Stdio::null())
        .stdout(log.try_clone().map_err(failed)?)
        .stderr(log);
    command.spawn().map_err(failed)
}

/// The server's programs lie outside the PATH on Debian and Windows.
fn binaries() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    folders.extend(versions("/usr/lib/postgresql"));
    folders.extend(versions("C:/Program Files/PostgreSQL"));
    folders.extend(programs::answer("pg_config", &["--bindir"]).map(PathBuf::from));
    let server = format!("postgres{}", std::env::consts::EXE_SUFFIX);
    folders.into_iter().find(|folder| folder.join(&server).is_file())
}

/// The `bin` folders of the installed versions, the newest first.
fn versions(parent: &str) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.file_name().to_string_lossy().parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .collect();
    found.sort();
    found.into_iter().rev().map(|(_, path)| path).collect()
}

fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    listener
        .map(|address| address.port())
        .map_err(|why| format!("no free port: {why}"))
}

/// Who runs the server.
enum Account {
    /// The person at the terminal.
    Own,
    /// The system's `postgres` user, by its numbers; only root can choose it.
    #[cfg(unix)]
    System { user: u32, group: u32 },
}

impl Account {
    fn choose() -> Outcome<Self> {
        #[cfg(unix)]
        if programs::answer("id", &["-u"]).as_deref() == Some("0") {
            let number = |which| programs::answer("id", &[which, "postgres"])?.parse().ok();
            let user = number("-u").ok_or("root may not run PostgreSQL and there is no postgres user")?;
            let group = number("-g").ok_or("the postgres user has no group")?;
            return Ok(Self::System { user, group });
        }
        Ok(Self::Own)
    }

    /// Makes a fresh folder readable by this account alone.
    fn own(&self, folder: &Path) -> Outcome<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{PermissionsExt, chown};
            let failed = |why: std::io::Error| format!("{}: {why}", folder.display());
            std::fs::set_permissions(folder, PermissionsExt::from_mode(0o700)).map_err(failed)?;
            if let Self::System { user, group } = self {
                chown(folder, Some(*user), Some(*group)).map_err(failed)?;
            }
        }
        #[cfg(not(unix))]
        let _ = folder;
        Ok(())
    }

    /// A command that runs as this account, in a folder it may read.
    fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder);
        match self {
            Self::Own => {}
            #[cfg(unix)]
            Self::System { user, group } => {
                use std::os::unix::process::CommandExt;
                command.uid(*user).gid(*group);
            }
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() {
        if !TemporaryPostgres::is_installed() {
            eprintln!("no PostgreSQL server is installed");
            return;
        }
        let postgres = TemporaryPostgres::start().unwrap();
        let asked = Command::new(postgres.binaries.join("psql"))
            .args(["-Atc", "SHOW server_encoding", &postgres.url()])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&asked.stdout).trim(), "UTF8");
        let (folder, port) = (postgres.folder.clone(), postgres.port);
        drop(postgres);
        assert!(!folder.exists());
        assert!(
            TcpListener::bind(("127.0.0.1", port)).is_ok(),
            "the port is still taken"
        );
    }
}
