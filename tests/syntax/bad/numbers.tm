model "M" {
  version: 2.1.3
  address: 10.0.0.1
  many: 1_000
  share: 5 %
  time: 30 days
  good: 99.9%
  other: 1x2
  below: -3
}
