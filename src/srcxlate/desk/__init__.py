"""The desk: the queue of segments, their drafts and their history (a Django app)."""
