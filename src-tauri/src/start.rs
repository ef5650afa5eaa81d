//! What must hold before the first thread and the first window exist.

/// Makes the surroundings fit, or says in plain words why no window can open.
#[cfg(target_os = "linux")]
pub fn prepare() -> Result<(), String> {
    if !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return Err(
            "PortFlow cannot open its window: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY \
                    is set).\nThe same work can be done in the terminal: portflow --help"
                .to_owned(),
        );
    }
    draw_without_dmabuf()
}

/// Nothing is needed elsewhere.
#[cfg(not(target_os = "linux"))]
pub fn prepare() -> Result<(), String> {
    Ok(())
}

/// WebKitGTK's DMA-BUF renderer leaves the window blank with several graphics drivers. It reads its switch from the
/// environment, which a safe program cannot change for itself, so this one starts itself anew in its own place.
#[cfg(target_os = "linux")]
fn draw_without_dmabuf() -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() {
        return Ok(());
    }
    let program =
        std::env::current_exe().map_err(|error| format!("PortFlow does not find itself: {error}."))?;
    let failed = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(SWITCH, "1")
        .exec();
    Err(format!("PortFlow could not start itself: {failed}."))
}

#[cfg(target_os = "linux")]
fn named(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}
