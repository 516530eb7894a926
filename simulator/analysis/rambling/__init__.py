"""Whether an answer rambles: rules, each with the stretch it rests on."""
