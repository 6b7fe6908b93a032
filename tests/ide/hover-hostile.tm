// ask: hover
web_app d▮esk "<script>[x](javascript:y) **b**" { about: "<b>hi</b> ![p](http://x/y.png)" }
