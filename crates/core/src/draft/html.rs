//! From the plain text that the agent edits to the HTML that a rich text composer takes.
//!
//! - A blank line ends a paragraph; a line break stays one.
//! - Lines that begin with `- ` or `* ` are a list; so are lines numbered `1. `, `2. `, ... in
//!   order (other numbers stay text: a list would renumber them).
//! - `**strong**`, `*emphasis*`; an address that begins with `https://` or `http://` is a link.
//! - Everything else is text, escaped.

/// The HTML of a plain text: only `p`, `br`, `ol`, `ul`, `li`, `strong`, `em`, `a[href]`.
pub fn html_from_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let taken = if first.is_empty() {
            1
        } else {
            block(rest, &mut html)
        };
        rest = &rest[taken.clamp(1, rest.len())..];
    }
    html
}

/// Writes the block that the lines begin with; returns how many of them it takes.
fn block(lines: &[&str], html: &mut String) -> usize {
    let bullets: Vec<&str> = lines.iter().map_while(|line| bullet(line)).collect();
    if !bullets.is_empty() {
        return list("ul", &bullets, html);
    }
    let numbered: Vec<&str> = (1..)
        .zip(lines)
        .map_while(|(n, line)| number(n, line))
        .collect();
    if !numbered.is_empty() {
        return list("ol", &numbered, html);
    }
    let ends = |line: &str| line.is_empty() || bullet(line).is_some() || number(1, line).is_some();
    let length = lines
        .iter()
        .position(|line| ends(line))
        .unwrap_or(lines.len());
    html.push_str("<p>");
    for (index, line) in lines[..length].iter().enumerate() {
        if index > 0 {
            html.push_str("<br>");
        }
        inline(line, html);
    }
    html.push_str("</p>");
    length
}

fn bullet(line: &str) -> Option<&str> {
    line.strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .map(str::trim_start)
}

fn number(n: usize, line: &str) -> Option<&str> {
    line.strip_prefix(&n.to_string())?
        .strip_prefix(". ")
        .map(str::trim_start)
}

fn list(tag: &str, items: &[&str], html: &mut String) -> usize {
    html.push_str(&format!("<{tag}>"));
    for item in items {
        html.push_str("<li>");
        inline(item, html);
        html.push_str("</li>");
    }
    html.push_str(&format!("</{tag}>"));
    items.len()
}

/// Writes one line's text with its emphasis and links.
fn inline(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if let Some((inner, length)) = marked(rest, "**") {
            wrapped("strong", inner, html);
            length
        } else if let Some((inner, length)) = marked(rest, "*") {
            wrapped("em", inner, html);
            length
        } else if let Some(address) = address(rest) {
            link(address, html);
            address.len()
        } else {
            escape(first, html);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
}

/// The text between two marks that touch it, and the length with the marks.
fn marked<'t>(text: &'t str, mark: &str) -> Option<(&'t str, usize)> {
    let behind = text.strip_prefix(mark)?;
    let inner = &behind[..behind.find(mark)?];
    let touches = !inner.is_empty() && inner.trim() == inner && !inner.contains('*');
    touches.then_some((inner, inner.len() + 2 * mark.len()))
}

fn wrapped(tag: &str, text: &str, html: &mut String) {
    html.push_str(&format!("<{tag}>"));
    text.chars().for_each(|character| escape(character, html));
    html.push_str(&format!("</{tag}>"));
}

/// The address that a text begins with, without the punctuation of the sentence around it.
fn address(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme))?;
    let inside = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '*' | '`');
    let end = text.find(|c| !inside(c)).unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
    (address.len() > scheme.len()).then_some(address)
}

fn link(address: &str, html: &mut String) {
    html.push_str("<a href=\"");
    address
        .chars()
        .for_each(|character| escape(character, html));
    html.push_str("\">");
    address
        .chars()
        .for_each(|character| escape(character, html));
    html.push_str("</a>");
}

fn escape(character: char, html: &mut String) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        // Composers take no control characters.
        _ if character.is_control() && character != '\t' => {}
        _ => html.push(character),
    }
}
