// Content alone leads in: the web calls nobody, but the agent reads it, reads the repository, and posts.
model "Through content" {}
documents pages "Pages" { class: public }
code inhouse "Internal code" { class: confidential }
answers post "Post" { from: [pages, inhouse] }
public_web web "Public web"
boundary office "Office" {
  trust: internal
  agent helper "Agent"
  database repo "Repository" { stores: [inhouse] }
}
helper -> web "reads and posts" { sends: [post], returns: [pages] }
helper -> repo { returns: [inhouse] }
attacker author "Author of a page" { from: [web], wants: [inhouse], skill: medium }
