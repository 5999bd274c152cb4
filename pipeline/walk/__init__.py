"""The order of the rooms, with progress, stop and resume: a folder comes in, a desk of patterns goes out."""
