"""An interview as it is held: calls in, events out, without Qt, threads or a clock. Its rules are `interview`'s."""
