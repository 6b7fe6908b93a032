// fires: no-user-notice@patient
// draws: cwe:223, linddun:U
//   A patient calls the practice and is asked for complaints by a voice that breathes and says "hm". Nobody says that it
//   is a machine; the patient tells it what was meant for the doctor alone.

model "Telephone at the practice" { owner: "Practice", catalog: 2026.1 }

recordings call "Call"
answers spoken "Spoken answer" { from: [call] }

end_user patient "Patient"

boundary practice "Practice" {
  trust: internal
  gateway line "Telephone line"
  agent desk "Speaking desk"
}

patient -> line "calls" { sends: [call], returns: [spoken] }
line -> desk { sends: [call], returns: [spoken] }
