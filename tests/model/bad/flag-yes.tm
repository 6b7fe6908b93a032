database log { multi_tenant: yes }
