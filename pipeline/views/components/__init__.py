"""Components of our own: a scan beside its transcript, and the keyboard. Their JavaScript and CSS travel as strings."""
