// ask: rename three was
web_app t▮wo { was: one }
question "?" { about: [one, two] }
