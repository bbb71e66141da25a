"""Pictures of technical designs in MkDocs, Sphinx and mdBook, drawn by designc."""
