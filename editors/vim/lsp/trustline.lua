-- For `vim.lsp.enable('trustline')`, from Neovim 0.11 on.
local trustline = require('trustline')
return {
  cmd = { 'trustline', 'lsp' },
  filetypes = { 'trustline' },
  root_markers = { '.git' },
  init_options = trustline.options,
  commands = trustline.commands,
}
