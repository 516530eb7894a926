"""The keys of an encrypted library: who may have them, what is derived from them, and files sealed with them."""
