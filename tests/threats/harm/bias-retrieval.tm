// fires: bias-retrieval@ranker->files
// draws: plot4ai:P4AI-6.15, nist-ai-600-1:GAI-06
//   For each applicant the ranker fetches the assessments that read most like the new application. How earlier people
//   of the same school, name or age were described goes into the rank.

model "Hiring assistant" { owner: "People team", catalog: 2026.1, eu_ai_act: high }

documents assessments "Old assessments" { personal: true, class: confidential }
documents application "Application" { personal: true, class: confidential }
decisions rank "Rank" { from: [application, assessments] }

boundary company "Company" {
  trust: internal
  staff recruiter "Recruiter"
  boundary hiring "Hiring" {
    trust: restricted
    agent ranker "Ranking agent" { autonomous: false }
    rag_store files "Assessment index" { stores: [assessments] }
  }
}

recruiter -> ranker "whom to invite" { sends: [application], returns: [rank] }
ranker -> files { returns: [assessments] }
