database store
