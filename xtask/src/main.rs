//! `cargo xtask`: sets PortFlow up, runs it, tests it and measures it.
//!
//! One file per subcommand. Nothing here is shipped, so it may print and may write files with
//! `std::fs`; it depends on the standard library alone so that it compiles in seconds.

#![allow(clippy::print_stdout, reason = "a terminal program speaks on standard output")]
#![allow(
    clippy::disallowed_methods,
    reason = "no file written here belongs to a person"
)]

mod bench;
mod bindings;
mod checkout;
mod child;
mod display;
mod postgres;
mod programs;
mod run;
mod setup;
mod test;

use std::process::ExitCode;

use checkout::Checkout;

/// What went wrong, in words for the person at the terminal.
type Outcome<T> = Result<T, String>;

const USAGE: &str = "\
cargo xtask <command>

  setup            install what is missing (Debian, Ubuntu) or name it (elsewhere)
  run              build the window and open it; without a display, run the demonstration in the terminal
  test [PART…]     every check and test, or only the named parts
  test --list      the parts, in order
  bench [ROWS [ROUNDS]]
                   how much longer PortFlow takes than the libraries below it, as ratios
  bindings         write the TypeScript types of ui/src/bindings again";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let checkout = Checkout::find();
    let done = match words.as_slice() {
        ["setup"] => setup::everything(&checkout),
        ["run"] => run::run(&checkout),
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["test", parts @ ..] => test::test(&checkout, parts),
        ["bench", arguments @ ..] => bench::bench(&checkout, arguments),
        ["bindings"] => bindings::write(&checkout),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // The tests end with their own last line; an empty reason says that all is said.
            if !why.is_empty() {
                eprintln!("{why}");
            }
            ExitCode::FAILURE
        }
    }
}
