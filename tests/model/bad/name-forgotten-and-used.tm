documents pages "Pages"
data_ingestion "Crawler"
rag_store index "Index"
crawl -> index { sends: [pages] }
accept rag-poison on crawl { by: "Ana", because: "The pages are our own." }
