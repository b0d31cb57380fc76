//! From plain text to the HTML of a rich text composer.

use expect_test::{Expect, expect};
use ferry_core::draft::html_from_text;
use proptest::prelude::*;

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&html_from_text(text));
}

#[test]
fn blank_lines_end_paragraphs_and_line_breaks_stay() {
    check(
        "One\ntwo\n\n \n\nThree\r\nfour\n",
        expect!["<p>One<br>two</p><p>Three<br>four</p>"],
    );
    check("", expect![[""]]);
    check("\n\n", expect![[""]]);
}

#[test]
fn lists_are_lists() {
    check(
        "Please:\n- one\n* two\n\n1. first\n2. second\nand more",
        expect![
            "<p>Please:</p><ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol><p>and more</p>"
        ],
    );
    check(
        "-none\n1.none\n3. three\n4. four",
        expect!["<p>-none<br>1.none<br>3. three<br>4. four</p>"],
    );
}

#[test]
fn emphasis_touches_its_words() {
    check(
        "**Q1:** a *fine* day, 2 * 3 * 4, a**b, ** x **, ***",
        expect!["<p><strong>Q1:</strong> a <em>fine</em> day, 2 * 3 * 4, a**b, ** x **, ***</p>"],
    );
}

#[test]
fn addresses_are_links() {
    check(
        "See https://docs.gitlab.com/a?b=1&c='2' (or http://x.example). Not https:// nor javascript:x",
        expect![[
            r#"<p>See <a href="https://docs.gitlab.com/a?b=1&amp;c=&#39;2">https://docs.gitlab.com/a?b=1&amp;c=&#39;2</a>&#39; (or <a href="http://x.example">http://x.example</a>). Not https:// nor javascript:x</p>"#
        ]],
    );
    check(
        "日本語https://x.example/移。",
        expect![[r#"<p>日本語<a href="https://x.example/">https://x.example/</a>移。</p>"#]],
    );
}

#[test]
fn everything_else_is_escaped() {
    check(
        "<script>alert('1 & 2')</script> \"q\" \u{7}bell",
        expect![
            "<p>&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt; &quot;q&quot; bell</p>"
        ],
    );
    check(
        "https://x.example/\"onmouseover=\"x",
        expect![[
            r#"<p><a href="https://x.example/">https://x.example/</a>&quot;onmouseover=&quot;x</p>"#
        ]],
    );
}

/// The text of HTML that has only the allowed tags, each closed in order; `None` otherwise.
fn text_of(html: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let end = start + rest[start..].find('>')?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        match tag {
            "br" => text.push('\n'),
            "p" | "ol" | "ul" | "li" | "strong" | "em" => open.push(tag),
            _ if tag.starts_with("a href=\"http") && tag.matches('"').count() == 2 => {
                open.push("a")
            }
            _ => (open.pop()? == tag.strip_prefix('/')?).then_some(())?,
        }
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    open.is_empty()
        .then(|| text.replace("&#39;", "'").replace("&amp;", "&"))
}

proptest! {
    #[test]
    fn only_allowed_tags_come_out_and_no_word_gets_lost(
        text in "([<>&\"'*]|- |1\\. |https://|[a-z]{1,3}|\\n|\\PC){0,40}",
    ) {
        let html = html_from_text(&text);
        let shown = text_of(&html);
        prop_assert!(shown.is_some(), "{}", html);
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
        prop_assert_eq!(letters(&shown.unwrap_or_default()), letters(&text));
    }
}
