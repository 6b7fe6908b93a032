when: target reaches model_server and not element feeds training
when: reaches.feeds and feeds reaches reaches or reaches
