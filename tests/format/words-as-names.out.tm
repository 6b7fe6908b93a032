model -> on as as "as"
inference_api model
any any { any: any any, every: every 3 every, when: when and not not is is in }
mitigate on on on
question "as" as as
