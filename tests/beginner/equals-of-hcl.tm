//~ syntax; 4 elements, 3 flows, 2 data
model "Invoice reader" { owner: "Finance IT", catalog: 2026.1 }

documents invoice "Invoices" { class: confidential }
decisions booking "Booking" { from: [invoice] }

mailbox mailbox "Supplier mailbox" { trust: partner }

boundary cloud "Cloud account" {
  trust = internal
  data_ingestion fetcher "Mail fetcher"
  inference_api reader "Invoice reader"
  database ledger "Ledger"
}

fetcher -> mailbox "fetch" { returns: [invoice], controls: [tls] }
fetcher -> reader "read" { sends: [invoice], returns: [booking] }
fetcher -> ledger "book" { writes: [booking] }
