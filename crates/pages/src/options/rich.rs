//! A draft as it will look: the few elements of `html_from_text`, built as nodes.

use leptos::prelude::*;

/// An element or a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Text(String),
    Element(String, Vec<Node>),
}

/// The draft's HTML as nodes of the page; what is not one of its elements is text.
pub(super) fn view_of(html: &str) -> AnyView {
    parse(html).into_iter().map(draw).collect_view().into_any()
}

fn draw(node: Node) -> AnyView {
    let (name, inner) = match node {
        Node::Text(text) => return text.into_any(),
        Node::Element(name, inner) => (name, inner),
    };
    let inner = inner.into_iter().map(draw).collect_view();
    match name.as_str() {
        "p" => view! { <p>{inner}</p> }.into_any(),
        "br" => view! { <br /> }.into_any(),
        "ol" => view! { <ol>{inner}</ol> }.into_any(),
        "ul" => view! { <ul>{inner}</ul> }.into_any(),
        "li" => view! { <li>{inner}</li> }.into_any(),
        "strong" => view! { <strong>{inner}</strong> }.into_any(),
        "em" => view! { <em>{inner}</em> }.into_any(),
        // A preview leads nowhere.
        _ => view! { <span class="address-like">{inner}</span> }.into_any(),
    }
}

fn parse(html: &str) -> Vec<Node> {
    let mut open: Vec<(String, Vec<Node>)> = vec![(String::new(), Vec::new())];
    let mut rest = html;
    while !rest.is_empty() {
        let text = rest.find('<').map_or(rest, |at| &rest[..at]);
        push(
            &mut open,
            (!text.is_empty()).then(|| Node::Text(plain(text))),
        );
        rest = &rest[text.len()..];
        let Some((tag, behind)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'))
        else {
            break;
        };
        rest = behind;
        if tag.starts_with('/') {
            let closed = (open.len() > 1).then(|| open.pop()).flatten();
            push(
                &mut open,
                closed.map(|(name, inner)| Node::Element(name, inner)),
            );
        } else {
            let name = tag.split(' ').next().unwrap_or(tag).to_owned();
            if name == "br" {
                push(&mut open, Some(Node::Element(name, Vec::new())));
            } else {
                open.push((name, Vec::new()));
            }
        }
    }
    while open.len() > 1 {
        let closed = open.pop();
        push(
            &mut open,
            closed.map(|(name, inner)| Node::Element(name, inner)),
        );
    }
    open.pop().map(|(_, nodes)| nodes).unwrap_or_default()
}

fn push(open: &mut [(String, Vec<Node>)], node: Option<Node>) {
    if let (Some((_, inner)), Some(node)) = (open.last_mut(), node) {
        inner.push(node);
    }
}

fn plain(text: &str) -> String {
    // `&amp;` last: what it leaves is no escape.
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use ferry_core::draft::html_from_text;

    use super::*;

    fn shown(node: &Node) -> String {
        match node {
            Node::Text(text) => text.clone(),
            Node::Element(name, inner) => {
                let inner: String = inner.iter().map(shown).collect();
                format!("[{name} {inner}]")
            }
        }
    }

    #[test]
    fn a_drafts_elements_become_nodes_and_its_text_stays_text() {
        let html = html_from_text("Hi **you** & <b>\nhttps://a.b/?c=1&d\n\n- one\n- *two*");
        let nodes: String = parse(&html).iter().map(shown).collect();
        assert_eq!(
            nodes,
            "[p Hi [strong you] & <b>[br ][a https://a.b/?c=1&d]][ul [li one][li [em two]]]"
        );
    }

    #[test]
    fn odd_html_does_no_harm() {
        for html in ["<", "</p>", "<p>", "a</b></i>", "<p>x</p></p>y"] {
            parse(html);
        }
    }
}
