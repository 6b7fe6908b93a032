gateway a 'API gateway'
gateway b “API gateway” { owner: ‘Ana’ }
gateway c "API gateway”
gateway d `API "x" gateway`
