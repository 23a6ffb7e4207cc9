"""The steps of the campaign: a file each."""
