//! The worked example of docs/worked-example.md: the document is the script of this test, so that it cannot go stale.

mod lists;
