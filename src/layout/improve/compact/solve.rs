//! Places along one axis: the narrowest that keep all distances, and among those ones where ties
//! are short.

/// `after` stands at least `distance` behind `before` (both by their own zero).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// A group.
    pub before: usize,
    /// Another.
    pub after: usize,
    /// The least difference of their places; it may be negative.
    pub distance: f64,
}

/// Two points that are better near each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// A group and how far from its place the point is.
    pub one: (usize, f64),
    /// The other.
    pub other: (usize, f64),
    /// What a unit between them costs.
    pub weight: f64,
}

/// A way round in the gaps takes more rounds than this only if they can't be kept at all.
const MOST_ROUNDS: usize = 60;
/// How often each group is moved to where its ties are shortest.
const SWEEPS: usize = 12;
/// Places nearer than this are the same.
const HAIR: f64 = 1e-6;

/// Finds places for groups that stand at `now`, where all gaps are kept. Last of all those of
/// `first` go as far down as they can, and those of `last` as far up. Nothing if the gaps can't be
/// kept.
pub fn solve(now: &[f64], gaps: &[Gap], ties: &[Tie], first: &[usize], last: &[usize]) -> Option<Vec<f64>> {
    let at = |group: usize| now.get(group).copied().unwrap_or(0.0);
    // Of several gaps between two groups the widest is enough. Sorted as they stand now, from the
    // first to the last, one pass over the gaps settles nearly all.
    let mut gaps = gaps.to_vec();
    gaps.sort_by(|a, b| {
        let places = at(a.before).total_cmp(&at(b.before)).then(at(a.after).total_cmp(&at(b.after)));
        places.then((a.before, a.after).cmp(&(b.before, b.after))).then(b.distance.total_cmp(&a.distance))
    });
    gaps.dedup_by_key(|gap| (gap.before, gap.after));
    let low = pushed(now, &gaps)?;
    let mut places = low;
    let mut order: Vec<usize> = (0..now.len()).collect();
    order.sort_by(|a, b| at(*a).total_cmp(&at(*b)).then(a.cmp(b)));
    let net = Net::new(now.len(), &gaps, ties);
    let end = wide(&places);
    for sweep in 0..SWEEPS {
        let mut moved = false;
        let mut step = |group: usize| moved |= net.settle(&mut places, group, end);
        if sweep % 2 == 0 {
            order.iter().rev().for_each(|group| step(*group));
        } else {
            order.iter().for_each(|group| step(*group));
        }
        if !moved {
            break;
        }
    }
    for group in first {
        let (low, _) = net.room(&places, *group, end);
        places.get_mut(*group).into_iter().for_each(|place| *place = low);
    }
    for group in last.iter().rev() {
        let (low, high) = net.room(&places, *group, end);
        places.get_mut(*group).into_iter().for_each(|place| *place = high.max(low));
    }
    Some(places)
}

fn wide(places: &[f64]) -> f64 {
    places.iter().copied().fold(0.0, f64::max)
}

/// The least places from 0 on that keep the gaps.
fn pushed(now: &[f64], gaps: &[Gap]) -> Option<Vec<f64>> {
    let mut places = vec![0.0; now.len()];
    for _ in 0..MOST_ROUNDS {
        let mut moved = false;
        for gap in gaps {
            let least = places.get(gap.before).copied()? + gap.distance;
            let place: &mut f64 = places.get_mut(gap.after)?;
            if *place < least - HAIR {
                *place = least;
                moved = true;
            }
        }
        if !moved {
            return Some(places);
        }
    }
    None
}

/// Gaps and ties by group.
struct Net {
    before: Vec<Vec<(usize, f64)>>,
    after: Vec<Vec<(usize, f64)>>,
    ties: Vec<Vec<(usize, f64, f64)>>,
}

impl Net {
    fn new(groups: usize, gaps: &[Gap], ties: &[Tie]) -> Net {
        let mut net = Net {
            before: vec![Vec::new(); groups],
            after: vec![Vec::new(); groups],
            ties: vec![Vec::new(); groups],
        };
        let put = |list: &mut Vec<Vec<(usize, f64)>>, at: usize, value| {
            if let Some(list) = list.get_mut(at) {
                list.push(value);
            }
        };
        for gap in gaps {
            put(&mut net.before, gap.after, (gap.before, gap.distance));
            put(&mut net.after, gap.before, (gap.after, gap.distance));
        }
        for tie in ties {
            let shift = tie.other.1 - tie.one.1;
            if let Some(list) = net.ties.get_mut(tie.one.0) {
                list.push((tie.other.0, shift, tie.weight));
            }
            if let Some(list) = net.ties.get_mut(tie.other.0) {
                list.push((tie.one.0, -shift, tie.weight));
            }
        }
        net
    }

    /// Between which places a group can stand as all others stand.
    fn room(&self, places: &[f64], group: usize, end: f64) -> (f64, f64) {
        let place = |other: usize| places.get(other).copied().unwrap_or(0.0);
        let before = self.before.get(group).into_iter().flatten();
        let after = self.after.get(group).into_iter().flatten();
        (
            before.map(|(other, by)| place(*other) + by).fold(0.0, f64::max),
            after.map(|(other, by)| place(*other) - by).fold(end, f64::min),
        )
    }

    /// Moves one group to where its ties are shortest, as far as its gaps allow and not past `end`.
    fn settle(&self, places: &mut [f64], group: usize, end: f64) -> bool {
        let place = |other: usize| places.get(other).copied().unwrap_or(0.0);
        let (low, high) = self.room(places, group, end);
        let mut wishes: Vec<(f64, f64)> = self
            .ties
            .get(group)
            .into_iter()
            .flatten()
            .map(|(other, shift, weight)| (place(*other) + shift, *weight))
            .collect();
        if wishes.is_empty() || high <= low + HAIR {
            return false;
        }
        wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
        let half = wishes.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
        let now = place(group);
        // Between two wishes of equal weight all is as good: then it stays where it is.
        let mut sum = 0.0;
        let mut best = now;
        let mut wishes = wishes.into_iter();
        while let Some((wish, weight)) = wishes.next() {
            sum += weight;
            if sum > half + HAIR {
                best = wish;
                break;
            }
            if (sum - half).abs() <= HAIR {
                best = now.clamp(wish, wishes.next().map_or(wish, |(next, _)| next));
                break;
            }
        }
        let best = best.clamp(low, high);
        match places.get_mut(group) {
            Some(place) if (*place - best).abs() > HAIR => {
                *place = best;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(before: usize, after: usize, distance: f64) -> Gap {
        Gap { before, after, distance }
    }

    #[test]
    fn white_goes_and_gaps_stay() {
        let places = solve(&[0.0, 100.0, 300.0], &[gap(0, 1, 40.0), gap(1, 2, 40.0)], &[], &[], &[]).unwrap();
        assert_eq!(places, vec![0.0, 40.0, 80.0]);
    }

    #[test]
    fn what_is_tied_comes_together() {
        let tie = Tie { one: (0, 5.0), other: (2, 0.0), weight: 1.0 };
        let places = solve(&[0.0, 100.0, 300.0], &[gap(0, 1, 40.0)], &[tie], &[], &[]).unwrap();
        assert!((places[0] + 5.0 - places[2]).abs() < 1e-9, "{places:?}");
    }

    #[test]
    fn words_go_to_the_side_that_is_theirs() {
        let gaps = [gap(0, 1, 10.0), gap(1, 2, 10.0), gap(0, 2, 90.0)];
        let now = [0.0, 50.0, 90.0];
        assert_eq!(solve(&now, &gaps, &[], &[1], &[]).unwrap(), vec![0.0, 10.0, 90.0]);
        assert_eq!(solve(&now, &gaps, &[], &[], &[1]).unwrap(), vec![0.0, 80.0, 90.0]);
    }

    #[test]
    fn gaps_that_push_each_other_away_have_no_answer() {
        assert!(solve(&[0.0, 1.0], &[gap(0, 1, 10.0), gap(1, 0, 10.0)], &[], &[], &[]).is_none());
    }
}
