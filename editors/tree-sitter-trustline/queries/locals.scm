; Order never matters and all names of a file are one space: the file is the one scope.
(source_file) @local.scope

(declaration name: (path . (name) @local.definition .))
(flow alias: (name) @local.definition)
(titled alias: (name) @local.definition)

(flow end: (path . (name) @local.reference))
(chain end: (path . (name) @local.reference))
(response target: (path . (name) @local.reference))
(property value: (path . (name) @local.reference))
(list (path . (name) @local.reference))
