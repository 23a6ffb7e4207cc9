"""Which cases are looked at: lists, strata, the draw and its certificate."""
