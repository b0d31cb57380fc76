//! Between plain text and the HTML of comments.

/// A comment's `html_body`: the text, escaped, in paragraphs. Nothing of what people typed survives
/// as markup, as with Zendesk's own cleaning.
pub(crate) fn comment_html(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            format!(
                "<p dir=\"auto\">{}</p>",
                link(&escape(part.trim_matches('\n'))).replace('\n', "<br>")
            )
        })
        .collect();
    format!(
        "<div class=\"zd-comment\" dir=\"auto\">{}</div>",
        paragraphs.join("")
    )
}

/// Text made harmless inside HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Makes `https://` addresses in escaped text clickable.
fn link(escaped: &str) -> String {
    let mut out = String::new();
    let mut rest = escaped;
    while let Some(start) = rest.find("https://") {
        let (before, from) = rest.split_at(start);
        let stops = |c: char| c.is_whitespace() || matches!(c, '<' | ')' | ']' | '|' | ';');
        let end = from.find(stops).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ':', '!', '?']);
        out.push_str(before);
        out.push_str(&format!(
            "<a href=\"{address}\" rel=\"noreferrer\" target=\"_blank\">{address}</a>"
        ));
        rest = &from[address.len()..];
    }
    out.push_str(rest);
    out
}

/// The text of what an editor submits.
pub(crate) fn text_of(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let Some(length) = rest[start..].find('>') else {
            break;
        };
        let tag = rest[start + 1..start + length].to_lowercase();
        let name = tag
            .trim_end_matches('/')
            .split_whitespace()
            .next()
            .unwrap_or("")
            .to_owned();
        match name.as_str() {
            "br" | "/li" => out.push('\n'),
            "li" => out.push_str("- "),
            "/p" | "/ul" | "/ol" | "/div" => out.push_str("\n\n"),
            _ => {}
        }
        rest = &rest[start + length + 1..];
    }
    out.push_str(rest);
    let text = out
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}
