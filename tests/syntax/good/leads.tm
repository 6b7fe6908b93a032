when: target reaches model_server and not element feeds training
when: reaches.feeds and feeds reaches reaches or reaches
when: element fed_by training or element reaches another agent or element feeds another b.c
when: element reaches another and fed_by.fed_by or element fed_by another
when: exposes weights to partner or exposes == secret to untrusted or exposes b.c to partner
