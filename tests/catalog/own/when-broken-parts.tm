// A part that is broken is said once: what refers to it goes without a word.
kind flow: process
kind lost: nowhere
threat c1 "C" { stride: tampering, on: lost, likelihood: 1, impact: 1, scenario: "x", when: element.generative }
threat c2 "C" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x", when: target is lost and moves lost }
threat c3 "C" { stride: tampering, on: nowhere, likelihood: 1, impact: 1, scenario: "{target}", when: crosses }
