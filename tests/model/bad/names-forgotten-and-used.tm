documents pages "Pages"
data_ingestion "Crawler"
rag_store index "Index"
crawl -> index { sends: [pages] }
visitor -> index
