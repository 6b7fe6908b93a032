// ask: complete
web_app desk "De▮