boundary cloud "Cloud" {
  boundary app "App" {
    inference_api chat "Chat"
  rag_store index "Index"
}
chat -> index
