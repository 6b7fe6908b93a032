database d { engine: [sql, graph] }
