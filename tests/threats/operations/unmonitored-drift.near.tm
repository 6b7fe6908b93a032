// silent: unmonitored-drift
//   The training set is made by inspectors from fruit of their own choice: what the model decided never comes
//   back to it.

model "Fruit grading" { owner: "Quality", catalog: 2026.1 }
readings photo "Photo of the crate" { class: public }
decisions grade "Grade" { from: [photo] }
training_set graded "Graded photos"
weights model "Grading model" { from: [graded] }
partner grower "Grower"
boundary hall "Packing hall" {
  trust: internal
  web_app intake "Intake page" { controls: [auth] }
  inference_service grader "Grading model" { modality: image, holds: [model] }
  training_data archive "Graded photos" { controls: [access_control] }
  staff inspector "Inspector"
  training season "Training of the season"
}
grower -> intake { sends: [photo], returns: [grade], controls: [tls] }
intake -> grader { sends: [photo], returns: [grade] }
inspector -> archive { writes: [graded] }
season -> archive { returns: [graded] }
