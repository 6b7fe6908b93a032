// A process asks the store, and one copies.
model "M" { catalog: 2026.1 }
documents handbook
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  database orders_db { stores: [handbook] }
  database copy
  data_ingestion nightly
}
visitor -> shop { returns: [handbook] }
shop -> orders_db { returns: [handbook] }
nightly -> orders_db { returns: [handbook] }
nightly -> copy { writes: [handbook] }
