"""How the judge of content learns what makes a claim, what says its contrary, and what says neither: `make train`."""
