// No word is reserved as a name; lists of names are apart.
llm model; gateway gateway; database view { multi_tenant: true }
model -> view; gateway -> model as import { returns: [] }
attacker model { from: [gateway], wants: [view, import], skill: high }
view model { focus: [model], depth: 2 }
question "Is it?" { about: [import, view] }
off confabulation { because: "x" }
