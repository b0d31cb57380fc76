//! A bar chart as SVG, readable in light and dark.

use std::fmt::Write as _;

/// One bar.
pub(crate) struct Bar {
    name: String,
    value: f64,
    unit: &'static str,
}

impl Bar {
    pub(crate) fn new(name: &str, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            value,
            unit,
        }
    }
}

const ROW: usize = 34;
const LEFT: usize = 190;
const LONGEST: f64 = 420.0;

/// Bars, the longest for the largest value, on a logarithmic scale that begins below the smallest.
pub(crate) fn bars(heading: &str, bars: &[Bar]) -> String {
    let largest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let smallest = bars.iter().map(|bar| bar.value).fold(largest, f64::min) / 4.0;
    let span = (largest / smallest).ln();
    let height = 44 + ROW * bars.len();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 {height}\" role=\"img\" \
         aria-label=\"{heading}\" font-family=\"system-ui, sans-serif\" font-size=\"14\">\n\
         <style>text {{ fill: #2e373f }} @media (prefers-color-scheme: dark) {{ text {{ fill: #c7cdd0 }} }}</style>\n\
         <text x=\"10\" y=\"24\" font-weight=\"600\">{heading}</text>\n"
    );
    for (row, bar) in bars.iter().enumerate() {
        let top = 40 + ROW * row;
        let length = (bar.value / smallest).ln() / span * LONGEST;
        let colour = if row == 0 { "#1f73b7" } else { "#87929d" };
        let digits = if bar.value < 10.0 { 2 } else { 0 };
        let _ = writeln!(
            svg,
            "<text x=\"10\" y=\"{}\">{}</text>\n<rect x=\"{LEFT}\" y=\"{top}\" width=\"{length:.0}\" height=\"22\" rx=\"2\" fill=\"{colour}\"/>\n\
             <text x=\"{:.0}\" y=\"{}\">{:.digits$} {}</text>",
            top + 16,
            bar.name,
            LEFT as f64 + length + 8.0,
            top + 16,
            bar.value,
            bar.unit,
        );
    }
    svg + "</svg>\n"
}
