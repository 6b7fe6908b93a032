//! Many short lists in one piece of memory, so that searches which read them in no order find them near each
//! other.

/// A list for each of some ids.
pub(crate) struct Lists<T> {
    /// Where each list ends; it begins where the one before it does.
    ends: Vec<usize>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    /// The lists in the order of their ids.
    pub fn new<L: IntoIterator<Item = T>>(lists: impl IntoIterator<Item = L>) -> Self {
        let mut out = Lists { ends: Vec::new(), items: Vec::new() };
        for list in lists {
            out.items.extend(list);
            out.ends.push(out.items.len());
        }
        out
    }

    /// The list of an id by its place in the arena; an empty one if there is no such id.
    pub fn of(&self, index: usize) -> &[T] {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.items.get(start..*end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn each_list_has_its_own_items() {
        let lists = Lists::new([vec![1, 2], vec![], vec![3]]);
        assert_eq!(lists.of(0), [1, 2]);
        assert!(lists.of(1).is_empty());
        assert_eq!(lists.of(2), [3]);
        assert!(lists.of(3).is_empty());
    }
}
