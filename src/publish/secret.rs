//! Passwords and tokens, which no text may hold.

/// A password or token. It has no `Display`, and `Debug` keeps it to itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Secret(text.into())
    }

    /// The secret itself: for the request that needs it, and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// A text with every trace of the secret taken out, as it is or as a web address writes it: for what a server
    /// or a program says back.
    pub fn hidden_in(&self, text: &str) -> String {
        // What is so short would be found in any word.
        if self.0.len() < 4 {
            return text.to_owned();
        }
        let written = super::http::escaped(&self.0);
        text.replace(&self.0, "[secret]").replace(&written, "[secret]")
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[secret]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_shows_itself_nowhere() {
        let secret = Secret::new("p&ss word");
        assert_eq!(format!("{secret:?}"), "[secret]");
        assert_eq!(
            secret.hidden_in("lgpassword=p%26ss%20word; p&ss word!"),
            "lgpassword=[secret]; [secret]!"
        );
    }
}
