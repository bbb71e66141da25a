"""Pictures of technical designs in MkDocs and Sphinx, drawn by designc."""
