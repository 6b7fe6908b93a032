(declaration block: (block) @class.inside) @class.around
(flow) @function.around
(line_comment) @comment.inside
(line_comment)+ @comment.around
(block_comment) @comment.around
