// fires: unmonitored-drift@grader
// draws: owasp-ml-2023:ML08, nist-ai-100-2:NISTAML.02, owasp-dsgai-2026:DSGAI05, atlas:AML.T0031
//   Growers send in fruit a little worse each week, and buyers complain about none of it. What was graded
//   becomes the training set of the next season, the model moves along, and after a year grade one is what
//   grade two was.

model "Fruit grading" { owner: "Quality", catalog: 2026.1 }
readings photo "Photo of the crate" { class: public }
decisions grade "Grade" { from: [photo] }
training_set graded "Graded photos" { from: [photo, grade] }
weights model "Grading model" { from: [graded] }
partner grower "Grower"
boundary hall "Packing hall" {
  trust: internal
  web_app intake "Intake page" { controls: [auth] }
  inference_service grader "Grading model" { modality: image, holds: [model] }
  training_data archive "Graded photos" { controls: [access_control] }
  training season "Training of the season"
}
grower -> intake { sends: [photo], returns: [grade], controls: [tls] }
intake -> grader { sends: [photo], returns: [grade] }
grader -> archive { writes: [graded] }
season -> archive { returns: [graded] }
