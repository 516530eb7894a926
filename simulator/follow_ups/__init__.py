"""What to ask after an answer: what was heard in it, which step fits, and its wording. Pure rules, no clock."""
