//~ syntax; 3 elements, 2 flows, 2 data
model "Translation" { owner: "Docs", catalog: 2026.1 }

documents manual 'Manuals' { class: internal }
answers translation "Translations" { from: [manual] }

end_user editor "Editor"
model_provider mt "Translation service"
web_app cms "CMS" { stores: [manual] }

editor -> cms "edits" { sends: [manual], controls: [tls, auth] }
cms -> mt "translate" { sends: [manual], returns: [translation], controls: [tls] }
