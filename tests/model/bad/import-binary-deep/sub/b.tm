gateway wÿþ
