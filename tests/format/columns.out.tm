documents handbook "Company documents" { class: confidential, integrity: high }
documents pages "Crawled pages" { class: public } // crawled
prompts question "User questions" { personal: true } // asked
a -> b { sends: [question] }
chat -> a "query" { sends: [question] }
