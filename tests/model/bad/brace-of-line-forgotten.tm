documents question
documents articles
llm bot "Bot"
rag_store kb "Articles"
database db "Orders"
bot -> kb { sends: [question], returns: [articles]
bot -> db { sends: [question] }
