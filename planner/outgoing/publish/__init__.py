"""Invitations and meeting requests: what would be sent, as pure functions."""
