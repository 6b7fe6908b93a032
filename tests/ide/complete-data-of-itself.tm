// ask: complete
documents handbook "Company documents"
prompts question "User questions"
answers reply "Answers" { from: [▮] }
