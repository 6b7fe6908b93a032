model "M" { lints: { undeclared-flows: allow } }
gateway waf
