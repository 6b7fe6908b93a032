anonymous_user visitor
submarine nemo { depth: 20 }
visitor -> nemo
