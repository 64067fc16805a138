//! Rows of the tables in a literate specification.

/// A table row with where it stands.
pub struct Row {
    /// The second-level heading that it stands under.
    pub part: String,
    /// Line number, from 1.
    pub line: usize,
    /// Cells without the blanks around them.
    pub cells: Vec<String>,
}

/// Every row of every table, head rows and rules left out.
pub fn rows(text: &str) -> Vec<Row> {
    let mut part = String::new();
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            part = heading.to_owned();
        }
        let is_rule = |line: &&str| line.starts_with("| ---");
        let is_head = lines.get(index + 1).is_some_and(is_rule);
        if !line.starts_with('|') || is_rule(line) || is_head {
            continue;
        }
        let inner = line.trim_start_matches('|').trim_end_matches('|');
        found.push(Row {
            part: part.clone(),
            line: index + 1,
            cells: inner
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect(),
        });
    }
    found
}

/// Fails with every row that is not as the page says.
pub fn report(page: &str, checked: usize, wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{page}: {} of {checked} rows are wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
