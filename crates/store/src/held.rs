//! Files that another program keeps to itself, as Excel does on Windows with the workbook on its screen.

use std::io::{Error, ErrorKind};

/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION` of Windows: the whole file, or the part that was asked for.
/// The standard library has no kind for either.
const WINDOWS_HELD: [i32; 2] = [32, 33];

/// Whether a file could not be used because another program has it open and does not share it.
#[must_use]
pub fn is_held(error: &Error) -> bool {
    is_held_on(cfg!(windows), error.kind(), error.raw_os_error())
}

/// Elsewhere than on Windows a program's lock keeps nobody from reading, but a Windows server's does: what it holds
/// is busy. The numbers of Windows mean other things there.
fn is_held_on(windows: bool, kind: ErrorKind, code: Option<i32>) -> bool {
    kind == ErrorKind::ResourceBusy || (windows && code.is_some_and(|code| WINDOWS_HELD.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_says_it_in_its_own_way() {
        for code in [32, 33] {
            assert!(is_held_on(true, ErrorKind::Other, Some(code)), "{code}");
            assert!(!is_held_on(false, ErrorKind::Other, Some(code)), "{code}");
        }
        for windows in [true, false] {
            assert!(is_held_on(windows, ErrorKind::ResourceBusy, None));
            for code in [None, Some(2), Some(5)] {
                assert!(
                    !is_held_on(windows, ErrorKind::PermissionDenied, code),
                    "{code:?}"
                );
            }
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_a_windows_server_holds_is_busy() {
        const EBUSY: i32 = 16;
        assert!(is_held(&Error::from_raw_os_error(EBUSY)));
        const BROKEN_PIPE: i32 = 32;
        assert!(!is_held(&Error::from_raw_os_error(BROKEN_PIPE)));
    }

    #[cfg(windows)]
    #[test]
    fn a_file_that_is_not_shared_is_held() {
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("held");
        let _alone = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .share_mode(0)
            .open(&path)
            .unwrap();
        assert!(is_held(&std::fs::read(&path).unwrap_err()));
    }
}
