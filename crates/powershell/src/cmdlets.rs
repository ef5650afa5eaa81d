//! One function per cmdlet PortFlow emits; its arguments are the parameters the cmdlet needs, so a command
//! without a mandatory parameter cannot be written down.
//!
//! `check` holds the same cmdlets against the contract in `contract.json`.

use portflow_domain::enums::RoutingType;

use crate::syntax::{Command, Expression, command, text};

/// The oldest MicrosoftTeams module the scripts are written for.
pub const MINIMUM_MODULE: &str = "6.7.0";

/// The value of `-PhoneNumberType`.
pub fn number_type(routing: RoutingType) -> &'static str {
    match routing {
        RoutingType::DirectRouting => "DirectRouting",
        RoutingType::OperatorConnect => "OperatorConnect",
        RoutingType::CallingPlan => "CallingPlan",
    }
}

/// A policy that is granted to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserPolicy {
    /// Grant-CsOnlineVoiceRoutingPolicy
    VoiceRouting,
    /// Grant-CsTenantDialPlan
    DialPlan,
    /// Grant-CsTeamsCallingPolicy
    Calling,
}

impl UserPolicy {
    /// Every policy, in the order in which a script grants them.
    pub const ALL: [Self; 3] = [Self::VoiceRouting, Self::DialPlan, Self::Calling];

    /// What the script calls the policy.
    pub fn name(self) -> &'static str {
        match self {
            Self::VoiceRouting => "VoiceRoutingPolicy",
            Self::DialPlan => "DialPlan",
            Self::Calling => "CallingPolicy",
        }
    }

    /// The property of `Get-CsOnlineUser` that holds the policy.
    pub fn property(self) -> &'static str {
        match self {
            Self::VoiceRouting => "OnlineVoiceRoutingPolicy",
            Self::DialPlan => "TenantDialPlan",
            Self::Calling => "TeamsCallingPolicy",
        }
    }

    /// The command that grants the policy.
    pub fn grant(self, identity: Expression, policy: Expression) -> Command {
        let name = match self {
            Self::VoiceRouting => "Grant-CsOnlineVoiceRoutingPolicy",
            Self::DialPlan => "Grant-CsTenantDialPlan",
            Self::Calling => "Grant-CsTeamsCallingPolicy",
        };
        stopping(
            command(name)
                .with("Identity", identity)
                .with("PolicyName", policy),
        )
    }
}

/// A command whose failure is an exception: creating cmdlets otherwise answer with nothing.
fn stopping(command: Command) -> Command {
    command.with("ErrorAction", text("Stop"))
}

/// Loads the MicrosoftTeams module in a version the script was written for.
pub fn import_teams_module() -> Command {
    stopping(
        command("Import-Module")
            .with("Name", text("MicrosoftTeams"))
            .with("MinimumVersion", text(MINIMUM_MODULE)),
    )
}

/// Signs in, to a given tenant where one is known.
pub fn connect_teams(tenant: Option<Expression>) -> Command {
    let connect = command("Connect-MicrosoftTeams");
    stopping(match tenant {
        Some(tenant) => connect.with("TenantId", tenant),
        None => connect,
    })
}

/// The tenant the session is connected to.
pub fn get_tenant() -> Command {
    stopping(command("Get-CsTenant"))
}

/// A person as Teams knows them.
pub fn get_online_user(identity: Expression) -> Command {
    stopping(command("Get-CsOnlineUser").with("Identity", identity))
}

/// A number in the tenant's inventory.
pub fn get_phone_number_assignment(number: Expression) -> Command {
    stopping(command("Get-CsPhoneNumberAssignment").with("TelephoneNumber", number))
}

/// Gives a person a number, with its emergency location where there is one. The names of the number's
/// parameters are those that module 5.2.0 knows and newer ones take as aliases.
pub fn set_phone_number_assignment(
    identity: Expression,
    number: Expression,
    routing: RoutingType,
    location: Option<Expression>,
) -> Command {
    let set = command("Set-CsPhoneNumberAssignment")
        .with("Identity", identity)
        .with("PhoneNumber", number)
        .with("PhoneNumberType", text(number_type(routing)));
    stopping(match location {
        Some(location) => set.with("LocationId", location),
        None => set,
    })
}

/// Makes undeclared variables and misspelt properties errors.
pub fn set_strict_mode() -> Command {
    command("Set-StrictMode").with("Version", text("3.0"))
}

/// Writes everything the console shows to a file as well.
pub fn start_transcript(path: Expression) -> Command {
    stopping(command("Start-Transcript").with("LiteralPath", path))
}

/// Ends the transcript.
pub fn stop_transcript() -> Command {
    command("Stop-Transcript")
}

/// Adds the objects of the pipeline to a CSV file, in UTF-8.
pub fn append_csv(path: Expression) -> Command {
    stopping(
        command("Export-Csv")
            .with("LiteralPath", path)
            .switch("NoTypeInformation")
            .with("Encoding", text("UTF8"))
            .switch("Append"),
    )
}

/// Shows a line.
pub fn write_host(line: Expression) -> Command {
    command("Write-Host").with("Object", line)
}

/// Shows a warning.
pub fn write_warning(line: Expression) -> Command {
    command("Write-Warning").with("Message", line)
}

/// Waits.
pub fn sleep(seconds: Expression) -> Command {
    command("Start-Sleep").with("Seconds", seconds)
}

/// Joins a folder and a file name.
pub fn join_path(folder: Expression, file: Expression) -> Command {
    command("Join-Path").with("Path", folder).with("ChildPath", file)
}

/// The first object of the pipeline.
pub fn first() -> Command {
    command("Select-Object").with("First", Expression::Number(1))
}

/// Discards the pipeline.
pub fn discard() -> Command {
    command("Out-Null")
}
