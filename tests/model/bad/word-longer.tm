documents d { class: top_secret }
