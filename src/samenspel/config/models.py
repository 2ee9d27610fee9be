"""No models: the module makes Django send this app its signal after migrations. The cache table is in a migration."""
