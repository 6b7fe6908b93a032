// One is read the wrong way round; the other copies to a store.
model "M" { catalog: 2026.1 }
documents handbook
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  database orders_db { stores: [handbook] }
  database copy
}
visitor -> shop { returns: [handbook] }
orders_db -> shop { sends: [handbook] }
orders_db -> copy { writes: [handbook] }
