//! How long work takes, and how that is printed.

use std::time::{Duration, Instant};

/// What work gives, and how long it takes.
pub async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// One line of the result, with the ratio to a floor.
pub fn line(what: &str, time: Duration, floor: Duration) {
    let (time, floor) = (time.as_secs_f64(), floor.as_secs_f64());
    println!("  {what:<56} {:>9.1} ms {:>7.3}", time * 1_000.0, time / floor);
}
