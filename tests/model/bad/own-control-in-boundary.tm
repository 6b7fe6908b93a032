boundary cloud {
  gateway waf { controls: [watermark] }
  control watermark "Watermark" { about: "x" }
}
