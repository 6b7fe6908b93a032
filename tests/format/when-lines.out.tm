threat t {
  when: a
      and b
    or c
  when: (a
      or b and (c
        or d))
    and e
  when: a or b
      and c
  when: (a is b)
  when: element.autonomous
    and (element gives tool_calls or element reaches tool or element reaches code_runner)
  when: element.autonomous and element reaches code_runner
    or element gives tool_calls and element reaches tool
  when: (element.autonomous and element reaches code_runner or element gives tool_calls and element reaches tool)
  about: "The last of them has no place to break at outside of parentheses."
}
threat u {
  when: element.autonomous and element reaches code_runner or element gives tool_calls and x
  impact: 2
}
threat v { when: a and b, impact: 2 }
