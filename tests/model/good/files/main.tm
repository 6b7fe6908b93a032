import "parts/all.tm"                 // what it imports is seen, too
import "parts/shop.tm" as shop
import "parts/rules.tm"
gateway waf
waf -> store { sends: [word] }
waf -> shop.till { sends: [shop.word, word] }
question "Who?" { about: [shop.sale, shop.hall, shop.till -> shop.store] }
accept own-rule on shop.till -> shop.store { because: "x", by: "y" }
accept rag-poison on shop.sale { because: "x", by: "y" }
view all { focus: [shop.hall, waf] }
