"""`make audit`: judges that others wrote look at every page of the built site."""
