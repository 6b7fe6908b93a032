// fires: provider-outage@payments
// draws: owasp-dsgai-2026:DSGAI17
//   On the busiest day of the year the payment service answers after thirty seconds. The booking assistant
//   tries again three times for each order, which makes it slower still, and nothing is sold until the
//   evening.

model "Ticket assistant" { owner: "Ticket shop", catalog: 2026.1 }
prompts wish "Wish" { class: internal }
answers reply "Reply" { from: [wish] }
orders order "Order"
end_user fan "Fan"
payment_service payments "Payment service"
boundary shop "Ticket shop" {
  trust: internal
  agent seller "Booking assistant" { controls: [auth, audit_log] }
  tool till "Till" { controls: [input_validation] }
}
fan -> seller { sends: [wish], returns: [reply], controls: [tls, mfa] }
seller -> till { sends: [order] }
till -> payments { sends: [order], controls: [tls, mutual_auth] }
