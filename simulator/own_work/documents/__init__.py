"""Files of the user's, a CV or an advertisement, as text, taken out in a child process. Finds nothing in it."""
