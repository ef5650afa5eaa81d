//! Running a reader that may panic on damage nobody has thought of.
//!
//! The panic becomes an answer, so the program's panic hook does not tell it too. That holds for the one thread
//! and for as long as the reader runs; every other panic reaches the hook as before.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// What `read` gives; none when it panicked.
pub(super) fn unless_it_panics<T>(read: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let tell = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_READING.get() {
                tell(panic);
            }
        }));
    });
    let before = IS_READING.replace(true);
    // What a reader leaves half done is dropped with it.
    let answer = catch_unwind(AssertUnwindSafe(read));
    IS_READING.set(before);
    answer.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_answer_and_silence_ends_with_the_reader() {
        let inner = || {
            assert!(IS_READING.get());
            assert_eq!(unless_it_panics(|| panic!("inside")), None::<()>);
            assert!(IS_READING.get(), "the outer reader still runs");
            7
        };
        assert_eq!(unless_it_panics(inner), Some(7));
        assert!(!IS_READING.get());
        let elsewhere = unless_it_panics(|| std::thread::spawn(|| IS_READING.get()).join());
        assert!(
            matches!(elsewhere, Some(Ok(false))),
            "another thread is not silent"
        );
    }
}
