//! Percent-encoding by RFC 3986.

/// Appends `text` so that it can stand as a name or value in an address's query.
pub(super) fn encode(text: &str, url: &mut String) {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in text.bytes() {
        // "Unreserved", section 2.3: all else is encoded, a space as `%20` and not as `+`.
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            url.push('%');
            url.push(HEX[usize::from(byte >> 4)]);
            url.push(HEX[usize::from(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    fn check(text: &str, encoded: &str) {
        let mut url = String::new();
        super::encode(text, &mut url);
        assert_eq!(url, encoded);
    }

    #[test]
    fn only_unreserved_characters_stay() {
        check("aZ09-._~", "aZ09-._~");
        check("issue[title]", "issue%5Btitle%5D");
        check("a b+c&d=e?f#g/h%\n", "a%20b%2Bc%26d%3De%3Ff%23g%2Fh%25%0A");
        check("ß 移", "%C3%9F%20%E7%A7%BB");
    }
}
