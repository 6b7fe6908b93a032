//! Work that is split among the threads of the machine.
//!
//! The work is cut into blocks that do not hang on how many threads there are, and the results come back in
//! the order of the blocks; so the result of a run is the same on every machine.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, ScopedJoinHandle, available_parallelism, scope};

/// More threads than these are not begun: each keeps what it finds for itself, so that the last of many
/// finds little that the others have not found too.
const MOST: usize = 4;

/// The stack of a thread in bytes: that of the first one. What nests deeply is read on any of them.
const STACK: usize = 8 << 20;

/// How many threads there are to work with.
fn most() -> usize {
    #[cfg(test)]
    if let Some(most) = tests::MOST.get() {
        return most;
    }
    available_parallelism().map_or(1, NonZeroUsize::get).min(MOST)
}

fn builder() -> Builder {
    Builder::new().stack_size(STACK)
}

/// Does work on so many items, a block of consecutive ones after the other, and gives what each block gave, in
/// their order. Each thread has a state of its own: the one that asks brings its own along and gets it back,
/// the others begin with a new one.
///
/// What is no more than one block is done on the thread that asks.
pub(crate) fn in_blocks<S, T: Send>(
    items: usize,
    block: usize,
    own: S,
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, Range<usize>) -> T + Sync,
) -> (Vec<T>, S) {
    on(most(), items, block, own, begin, work)
}

/// Does the same with each of some things, one after the other on each thread; results come in their order.
#[cfg(feature = "report")]
pub(crate) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let of =
        |_: &mut (), one: Range<usize>| items.get(one).into_iter().flatten().map(&work).collect::<Vec<R>>();
    in_blocks(items.len(), 1, (), || (), of).0.into_iter().flatten().collect()
}

/// Does two things at once, if there are threads for both and it is worth one.
pub(crate) fn both<A: Send, B>(worth: bool, a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    if !worth || most() < 2 {
        return (a(), b());
    }
    // What is to be done lies where it can be taken back if no thread begins.
    let a = Mutex::new(Some(a));
    let take = || a.lock().ok().and_then(|mut a| a.take()).map(|a| a());
    scope(|scope| {
        let other = builder().spawn_scoped(scope, take);
        let b = b();
        let a = match other.map(ScopedJoinHandle::join) {
            Ok(Ok(a)) => a,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => take(),
        };
        match a {
            Some(a) => (a, b),
            // Nobody else takes it.
            None => resume_unwind(Box::new("half of the work is lost")),
        }
    })
}

fn on<S, T: Send>(
    threads: usize,
    items: usize,
    block: usize,
    mut own: S,
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, Range<usize>) -> T + Sync,
) -> (Vec<T>, S) {
    let block = block.max(1);
    let blocks = items.div_ceil(block);
    let next = AtomicUsize::new(0);
    // The next block that nobody has begun.
    let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < blocks);
    let run = |state: &mut S, mut number: Option<usize>| {
        let mut done: Vec<(usize, T)> = Vec::new();
        while let Some(n) = number {
            done.push((n, work(state, n * block..items.min((n + 1) * block))));
            number = take();
        }
        done
    };
    // Nobody begins with a state for whom no block is left.
    let other = || take().map_or_else(Vec::new, |n| run(&mut begin(), Some(n)));
    let others = threads.min(blocks).saturating_sub(1);
    let mut done = scope(|scope| {
        // Where no thread can be begun, those that there are do its share.
        let spawned = (0..others).filter_map(|_| builder().spawn_scoped(scope, other).ok());
        let spawned: Vec<_> = spawned.collect();
        let mut done = run(&mut own, take());
        for thread in spawned {
            done.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    (done.into_iter().map(|(_, result)| result).collect(), own)
}

/// Does something as on a machine of so many threads.
#[cfg(test)]
pub(crate) fn with<T>(most: usize, work: impl FnOnce() -> T) -> T {
    tests::MOST.set(Some(most));
    let done = work();
    tests::MOST.set(None);
    done
}

#[cfg(test)]
mod tests {
    use super::{both, on, with};
    use std::cell::Cell;

    thread_local! {
        pub static MOST: Cell<Option<usize>> = const { Cell::new(None) };
    }

    #[test]
    fn results_come_in_the_order_of_the_work_on_any_number_of_threads() {
        for threads in [1, 2, 3, 8] {
            for (items, block) in [(0, 3), (1, 3), (3, 3), (10, 3), (100, 1), (5, 0)] {
                let ranges = on(threads, items, block, (), || (), |(), range| range).0;
                let all: Vec<usize> = ranges.into_iter().flatten().collect();
                assert_eq!(all, (0..items).collect::<Vec<_>>(), "{items} by {block} on {threads}");
            }
        }
    }

    #[test]
    fn a_state_is_kept_for_all_blocks_of_a_thread() {
        let count = |count: &mut usize, _| {
            *count += 1;
            *count
        };
        let (counts, own) = on(1, 10, 2, 7, || 0, count);
        assert_eq!(counts, [8, 9, 10, 11, 12]);
        assert_eq!(own, 12);
    }

    #[test]
    fn two_things_are_done() {
        for (worth, most) in [(true, 2), (true, 1), (false, 2)] {
            assert_eq!(with(most, || both(worth, || 1, || "two")), (1, "two"));
        }
    }

    #[test]
    #[should_panic(expected = "on purpose")]
    fn what_goes_wrong_on_another_thread_is_not_lost() {
        on(2, 2, 1, (), || (), |(), _| -> () { panic!("on purpose") });
    }
}
