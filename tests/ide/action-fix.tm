// ask: action Write
web_app desk { controls: [rate_limt▮] }
