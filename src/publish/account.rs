//! Account and secret of a target: from the environment, or printed by a command. Never from a file, and never part of
//! a text.

use super::failure::{Failure, Kind};
use super::secret::Secret;
use super::settings::{Given, Named};

/// Account and secret as far as they are given; both may be missing, which the target judges.
///
/// # Errors
/// When a variable that the settings name is not set, or the command fails.
pub fn account(named: &Named) -> Result<(String, Option<Secret>), Failure> {
    let (user, password) = named.target.variables;
    let user = match &named.user {
        Some(Given::Plain(user)) => user.clone(),
        Some(Given::Variable(name)) => set(name)?,
        Some(Given::Command(_)) | None => variable(user).unwrap_or_default(),
    };
    let secret = match &named.password {
        Some(Given::Variable(name)) => Some(set(name)?),
        Some(Given::Command(words)) => Some(printed(words)?),
        Some(Given::Plain(_)) | None => variable(password),
    };
    Ok((user, secret.map(Secret::new)))
}

/// What an environment variable holds, if it is set and not empty.
fn variable(name: &str) -> Option<String> {
    let value = std::env::var(name).ok()?;
    // A line end comes along where variables are made from files.
    let value = value.trim_end_matches(['\r', '\n']).to_owned();
    (!value.is_empty()).then_some(value)
}

/// The same for one that the settings name.
fn set(name: &str) -> Result<String, Failure> {
    variable(name).ok_or_else(|| {
        let what = format!("the environment variable {name} is not set");
        Failure::new(
            Kind::Login,
            what,
            "Set it for this call; the settings say that it holds the account or its secret.",
        )
    })
}

/// The first line that a command prints. What else it says stays unsaid: it may be the secret.
fn printed(words: &[String]) -> Result<String, Failure> {
    let fail =
        |what: String| Failure::new(Kind::Login, what, "Run the command by hand and see what it says.");
    let Some((program, arguments)) = words.split_first() else {
        return Err(fail("`password_command` is empty".to_owned()));
    };
    let out = std::process::Command::new(program)
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .output()
        .map_err(|e| fail(format!("the password command `{program}` can't be run: {}", e.kind())))?;
    if !out.status.success() {
        return Err(fail(format!("the password command `{program}` failed ({})", out.status)));
    }
    let text = String::from_utf8(out.stdout)
        .map_err(|_| fail(format!("what the password command `{program}` prints is no text")))?;
    match text.lines().next().map(str::trim_end) {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(fail(format!("the password command `{program}` printed nothing"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_prints_the_secret() {
        let words = |line: &str| ["sh", "-c", line].map(str::to_owned).to_vec();
        assert_eq!(printed(&words("echo sesame; echo more")).unwrap(), "sesame");
        let failure = printed(&words("echo sesame; echo sesame >&2; exit 3")).unwrap_err();
        assert!(failure.what.contains("failed") && !format!("{failure:?}").contains("sesame"), "{failure:?}");
        assert!(printed(&words("true")).is_err());
        assert!(printed(&["/nowhere/at/all".to_owned()]).is_err());
        assert!(printed(&[]).is_err());
    }
}
