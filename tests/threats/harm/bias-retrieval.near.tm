// silent: bias-retrieval
//   What is fetched describes the positions, in words of the house, and no person who had them.

model "Hiring assistant" { owner: "People team", catalog: 2026.1, eu_ai_act: high }

documents jobs "Job descriptions"
documents application "Application" { personal: true, class: confidential }
decisions rank "Rank" { from: [application, jobs] }

boundary company "Company" {
  trust: internal
  staff recruiter "Recruiter"
  boundary hiring "Hiring" {
    trust: restricted
    agent ranker "Ranking agent" { autonomous: false }
    rag_store files "Job index" { stores: [jobs] }
  }
}

recruiter -> ranker "whom to invite" { sends: [application], returns: [rank] }
ranker -> files { returns: [jobs] }
