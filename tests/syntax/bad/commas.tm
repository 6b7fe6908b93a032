a -> b, c -> d
chat -> index, llm "x"
chat -> index, llm
gateway a "A", gateway b "B"
documents d "D" { class: public,, personal: true }
documents e "E" { , class: public, }
gateway c "C" {},
boundary x {} boundary y {}
