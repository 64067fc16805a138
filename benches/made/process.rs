//! What the system says of the process: time at work and memory.

/// Seconds that the process was at work on all threads, `None` where the system does not tell; a busy machine stretches
/// the time of the clock, but hardly this.
pub fn cpu_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<f64>().ok();
    // Fields 14 and 15 of proc(5), user and system time, in hundredths of a second.
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// Most memory that the process ever held, `None` where the system does not tell.
pub fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kib / 1024)
}
