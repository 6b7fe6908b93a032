// People: those who use the system, those who run it, and those its data is about.
// None brings trust along. Staff are trusted when they are drawn inside a boundary; outside, a
// person is an untrusted person on an unknown device, until the model gives it a trust of its own.

kind user: external "User" {
  icon: user
  layer: ecosystem
  about: "A person who works with the system."
  property renders_markup {
    type: bool
    default: false
    about: "What arrives is shown as HTML or Markdown, so links and images in it come alive."
  }
}

kind end_user: user "End user" {
  about: "A person with an account who uses the system for its purpose."
}

kind anonymous_user: user "Anonymous user" {
  icon: users
  about: "Anybody who can reach the system without an account."
}

kind staff: user "Staff member" {
  icon: badge
  about: "A person who works for the organization and has more access than its users."
}

kind admin_user: staff "Administrator" {
  icon: key
  about: "A person who operates and configures the system with elevated rights."
}

kind data_scientist: staff "Data scientist" {
  icon: flask
  about: "A person who prepares data, trains models and can read what they are trained on."
}

kind annotator: staff "Annotator" {
  icon: tag
  about: "A person who labels data, often for another company."
}

kind human_reviewer: staff "Human reviewer" {
  icon: eye
  about: "A person who checks answers or approves actions before they take effect."
}

kind data_subject: external "Data subject" {
  icon: user
  layer: ecosystem
  about: "A person whom the data is about, whether or not that person uses the system."
}
