gateway: site
llm: bot
boundary b { trust: internal }
llm chat
bot -> chat
site -> chat
