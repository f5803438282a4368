"""What may be signed, and its editor: who runs on which version, what a draft changes, what stands in its way."""
