inference_api "Chat" {
  controls: [auth]
}
