//! The guard around other people's code: engines trust their input, and what they think of bad
//! input is a panic.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::engine::LayoutError;

thread_local! {
    /// True while this thread is in an engine: its panics are then caught and reported, and
    /// must not be printed as well.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` of the engine `name`; a panic in it becomes an error, without a word on the
/// terminal.
///
/// # Errors
/// [`LayoutError::Engine`] with what `work` said or panicked with.
pub fn guarded<T>(name: &'static str, work: impl FnOnce() -> Result<T, String>) -> Result<T, LayoutError> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SILENT.get() {
                before(info);
            }
        }));
    });
    SILENT.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    SILENT.set(false);
    let message = match result {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(message)) => message,
        Err(payload) => {
            let said = payload.downcast_ref::<&str>().map(|s| (*s).to_owned());
            let said = said.or_else(|| payload.downcast_ref::<String>().cloned());
            format!("it panicked ({})", said.unwrap_or_else(|| "no reason given".to_owned()))
        }
    };
    Err(LayoutError::Engine { name, message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let error = guarded::<()>("test", || panic!("engine trouble")).unwrap_err();
        assert!(error.to_string().contains("engine trouble"), "{error}");
        assert!(!SILENT.get());
    }
}
