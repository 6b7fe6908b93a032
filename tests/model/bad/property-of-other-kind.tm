llm bot { multi_tenant: true }
