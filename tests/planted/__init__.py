"""Class sets with known patterns in them: nothing in but a specification, texts and the truth about them out."""
