// ask: format
web_app   desk{controls:[auth]}



desk->desk // self
  kept: [ oops
