//! What speaks against several numbers together: extensions of one base number, and numbers of one person.

use super::Problem;
use super::numbers::{at, shown};
use crate::entities::PhoneNumber;
use crate::enums::Disposition;
use crate::porting::Finding;

/// A base number that only `;ext=` holders have: Teams looks for exactly the number that is dialed, and calls to the
/// base number ring nowhere.
pub(super) fn base(numbers: &[&PhoneNumber]) -> Option<Problem> {
    let moves = |it: &&&PhoneNumber| matches!(it.disposition, Disposition::Port | Disposition::New);
    let held =
        |it: &PhoneNumber| it.assigned_end_user_id.is_some() || it.assigned_resource_account_id.is_some();
    let with_extension = |it: &&&PhoneNumber| !it.extension.is_empty();
    let mut extensions = numbers.iter().filter(moves).filter(with_extension).peekable();
    let first = *extensions.peek()?;
    let rings = numbers.iter().any(|it| it.extension.is_empty() && held(it));
    if rings || !extensions.any(|it| held(it)) {
        return None;
    }
    let text = format!(
        "{} is held only with extensions, so calls to the number itself ring nowhere.",
        first.number
    );
    let remedy = "Give the number without an extension to a person, an attendant or a queue.";
    let finding = Finding::warning("base_only_extensions", text, remedy).about(&first.number);
    Some(at(first, None, finding))
}

/// One person with two numbers: Teams gives a person one line.
pub(super) fn person(numbers: &[&PhoneNumber]) -> Option<Problem> {
    let (first, rest) = numbers.split_first()?;
    let last = rest.last()?;
    let names: Vec<String> = numbers.iter().map(|it| shown(it)).collect();
    let text = format!(
        "One person holds {} and {}.",
        shown(first),
        names[1..].join(" and ")
    );
    let remedy = "Leave one with the person, and take the others back.";
    let finding = Finding::warning("person_with_two_numbers", text, remedy).about(names.join(" "));
    Some(at(last, None, finding).mended_by(Some(super::Fix::TakeBack)))
}
