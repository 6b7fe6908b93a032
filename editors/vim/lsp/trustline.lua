-- For `vim.lsp.enable('trustline')`, from Neovim 0.11 on.
return {
  cmd = { 'trustline', 'lsp' },
  filetypes = { 'trustline' },
  root_markers = { '.git' },
}
